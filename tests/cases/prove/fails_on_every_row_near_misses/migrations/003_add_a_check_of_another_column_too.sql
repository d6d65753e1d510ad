-- Add a check of another column too.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
ALTER TABLE shelf ADD COLUMN depth INTEGER DEFAULT 0 CHECK (depth > 0 OR name <> 'made up');

-- migrate:down irreversible
