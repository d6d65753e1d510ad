-- Drop the floor.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
ALTER TABLE room DROP COLUMN floor;
ALTER TABLE key DROP COLUMN tag;

-- migrate:down
ALTER TABLE room ADD COLUMN floor INTEGER;
ALTER TABLE key ADD COLUMN tag TEXT;
