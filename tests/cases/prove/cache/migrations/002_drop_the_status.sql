-- Drop the status.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
ALTER TABLE user DROP COLUMN status;

-- migrate:down
ALTER TABLE user ADD COLUMN status TEXT;
