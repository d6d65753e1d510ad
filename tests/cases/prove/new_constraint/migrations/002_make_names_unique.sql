-- Make names unique.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE UNIQUE INDEX ux_user_name ON user (name);

-- migrate:down
DROP INDEX ux_user_name;
