-- Step 002.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE t002 (a);

-- migrate:down
DROP TABLE t002;
