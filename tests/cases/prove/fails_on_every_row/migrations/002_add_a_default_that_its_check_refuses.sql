-- Add a default that its check refuses.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
ALTER TABLE crate ADD COLUMN pieces INTEGER NOT NULL DEFAULT 0 CHECK (pieces > 0);

-- migrate:down irreversible
