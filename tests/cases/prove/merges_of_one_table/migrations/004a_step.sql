-- Step 004a.
--
-- Revision ID: 004a
-- Revises: 003

-- migrate:up
DROP INDEX of_b;
CREATE INDEX of_b ON t (b DESC);

-- migrate:down
DROP INDEX of_b;
CREATE INDEX of_b ON t (b);
