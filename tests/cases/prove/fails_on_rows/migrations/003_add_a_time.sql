-- Add a time.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
ALTER TABLE user ADD COLUMN seen DATETIME DEFAULT CURRENT_TIMESTAMP;

-- migrate:down
ALTER TABLE user DROP COLUMN seen;
