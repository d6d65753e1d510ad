-- Step 006a.
--
-- Revision ID: 006a
-- Revises: 005
-- Create Date: 2026-01-01

-- migrate:up
ALTER TABLE t ADD COLUMN d;

-- migrate:down
ALTER TABLE t DROP COLUMN d;
