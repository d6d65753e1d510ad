-- Drop what is computed.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
ALTER TABLE user DROP COLUMN shout;

-- migrate:down
ALTER TABLE user ADD COLUMN shout TEXT AS (upper(full_name));
