-- Add an age.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
ALTER TABLE user ADD COLUMN age INTEGER NOT NULL DEFAULT 0;

-- migrate:down
ALTER TABLE user DROP COLUMN age;
