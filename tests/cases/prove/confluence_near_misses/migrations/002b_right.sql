-- Right.
--
-- Revision ID: 002b
-- Revises: 001

-- migrate:up
CREATE INDEX ix_user_name ON user (name);

-- migrate:down
DROP INDEX ix_user_name;
