-- Drop the index.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
DROP INDEX ix_user_name;

-- migrate:down
CREATE INDEX ix_user_name ON user (name);
