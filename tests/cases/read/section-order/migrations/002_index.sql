-- Add an index.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:down
DROP INDEX ix_user_id;

-- migrate:up
CREATE INDEX ix_user_id ON user (id);

