-- Add an index.
--
-- Revision ID: index-2
-- Revises: 001 000, head,
-- Depends on: a@b

-- migrate:up
CREATE INDEX ix_user_id ON user (id);

-- migrate:down
DROP INDEX ix_user_id;
