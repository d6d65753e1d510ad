-- Rename an index.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
DROP INDEX ix_user_name;
CREATE INDEX ix_user_name_2 ON user (name);

-- migrate:down
DROP INDEX ix_user_name_2;
CREATE INDEX ix_user_name ON user (name);
