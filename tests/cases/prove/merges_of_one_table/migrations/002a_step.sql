-- Step 002a.
--
-- Revision ID: 002a
-- Revises: 001

-- migrate:up
ALTER TABLE t ADD COLUMN c;

-- migrate:down
ALTER TABLE t DROP COLUMN c;
