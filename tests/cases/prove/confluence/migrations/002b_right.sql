-- Right.
--
-- Revision ID: 002b
-- Revises: 001

-- migrate:up
CREATE TABLE IF NOT EXISTS tag (id INTEGER PRIMARY KEY, name VARCHAR(20));
CREATE INDEX ix_user_name ON user (name);

-- migrate:down
DROP INDEX ix_user_name;
