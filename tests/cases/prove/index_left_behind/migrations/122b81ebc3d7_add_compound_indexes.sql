-- Add compound indexes.
--
-- Revision ID: 122b81ebc3d7
-- Revises: 001

-- migrate:up
CREATE INDEX ix_user_name ON user (name);
CREATE INDEX ix_user_name_id ON user (name, id);

-- migrate:down
DROP INDEX ix_user_name;
