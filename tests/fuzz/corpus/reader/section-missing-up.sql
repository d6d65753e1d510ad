-- Add an index.
--
-- Revision ID: 002
-- Revises: 001

CREATE INDEX ix_user_id ON user (id);
