-- Use a collation.
--
-- Revision ID: 003
-- Revises: 001

-- migrate:up
CREATE INDEX ix_user_name ON user (name COLLATE backwards);

-- migrate:down
DROP INDEX ix_user_name;
