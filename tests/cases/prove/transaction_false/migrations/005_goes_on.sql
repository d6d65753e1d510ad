-- Goes on.
--
-- Revision ID: 005
-- Revises: 004

-- migrate:up
CREATE INDEX ix_user_name ON user (name);

-- migrate:down
DROP INDEX ix_user_name;
