-- Add an index.
--
-- Revision ID: 002
-- Revises: 001

-- Migrate:Up
CREATE INDEX ix_user_id ON user (id);

--- migrate: dwon
DROP INDEX ix_user_id;
