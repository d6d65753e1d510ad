-- Index codes.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE INDEX ix_user_code ON user (code, cod);

-- migrate:down
DROP INDEX ix_user_code;
