-- Step 002b.
--
-- Revision ID: 002b
-- Revises: 001

-- migrate:up
CREATE INDEX of_a ON t (a);

-- migrate:down
DROP INDEX of_a;
