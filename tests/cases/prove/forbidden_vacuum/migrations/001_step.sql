-- Step 001.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE t (a);
BEGIN;

-- migrate:down
DROP TABLE t;
VACUUM;
