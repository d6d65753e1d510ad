-- Step 006b.
--
-- Revision ID: 006b
-- Revises: 005
-- Create Date: 2026-01-02

-- migrate:up
CREATE INDEX of_d ON t (d);

-- migrate:down
DROP INDEX of_d;
