-- Drop a unique index.
--
-- Revision ID: 005
-- Revises: 004

-- migrate:up
CREATE UNIQUE INDEX ux_user_status ON user (id, status);
DROP INDEX ux_user_status;

-- migrate:down
CREATE UNIQUE INDEX ux_user_status ON user (id, status);
DROP INDEX ux_user_status;
