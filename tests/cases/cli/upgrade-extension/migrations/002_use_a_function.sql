-- Use a function.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
ALTER TABLE user ADD COLUMN path TEXT CHECK (path IS NULL OR path = slug(path));
UPDATE user SET path = slug(name);

-- migrate:down
ALTER TABLE user DROP COLUMN path;
