-- Add one more.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
ALTER TABLE plain ADD COLUMN e TEXT DEFAULT (lower(nowhere()));

-- migrate:down
ALTER TABLE plain DROP COLUMN e;
