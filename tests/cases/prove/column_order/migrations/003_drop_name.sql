-- Drop name.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
ALTER TABLE user DROP COLUMN name;

-- migrate:down
ALTER TABLE user ADD COLUMN name TEXT NOT NULL;
