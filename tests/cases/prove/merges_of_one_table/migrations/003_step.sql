-- Step 003.
--
-- Revision ID: 003
-- Revises: 002a, 002b

-- migrate:up
CREATE INDEX of_b ON t (b);

-- migrate:down
DROP INDEX of_b;
