-- Step 001.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE t (a);

-- migrate:down
DROP TABLE t;
