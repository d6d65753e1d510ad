-- Right.
--
-- Revision ID: 002b
-- Revises: 001

-- migrate:up
ALTER TABLE user ADD COLUMN size INTEGER;

-- migrate:down
ALTER TABLE user DROP COLUMN size;
