-- Step 002.
--
-- Revision ID: 002
-- Revises: 001
-- Compatible with: 0o1

-- migrate:up
CREATE TABLE t002 (a);

-- migrate:down
DROP TABLE t002;
