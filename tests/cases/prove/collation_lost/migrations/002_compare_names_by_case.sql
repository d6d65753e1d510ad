-- Compare names by case.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE INDEX ix_user_name ON user (name COLLATE NOCASE);

-- migrate:down
DROP INDEX ix_user_name;
