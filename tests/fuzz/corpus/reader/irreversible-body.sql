-- Add an index.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE INDEX ix_user_id ON user (id);

-- migrate:down irreversible
-- Nobody needs it.
DROP INDEX ix_user_id;
