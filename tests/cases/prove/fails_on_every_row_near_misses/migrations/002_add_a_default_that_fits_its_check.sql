-- Add a default that fits its check.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
ALTER TABLE crate ADD COLUMN pieces INTEGER NOT NULL DEFAULT 1 CHECK (pieces > 0);

-- migrate:down
ALTER TABLE crate DROP COLUMN pieces;
