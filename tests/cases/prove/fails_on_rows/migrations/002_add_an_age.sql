-- Add an age.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
ALTER TABLE user ADD COLUMN age INTEGER NOT NULL;

-- migrate:down
ALTER TABLE user DROP COLUMN age;
