-- Add age.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
ALTER TABLE user ADD COLUMN age INTEGER;
CREATE INDEX ix_user_age ON user (age);

-- migrate:down
ALTER TABLE user DROP COLUMN age;
DROP INDEX ix_user_age;
