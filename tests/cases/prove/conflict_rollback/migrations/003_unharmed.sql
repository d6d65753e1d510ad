-- Unharmed.
--
-- Revision ID: 003
-- Revises: 001

-- migrate:up
CREATE INDEX ix_user_name ON user (name);

-- migrate:down
DROP INDEX ix_user_name;
