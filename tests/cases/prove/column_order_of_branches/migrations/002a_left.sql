-- Left.
--
-- Revision ID: 002a
-- Revises: 001

-- migrate:up
ALTER TABLE user ADD COLUMN age INTEGER;

-- migrate:down
ALTER TABLE user DROP COLUMN age;
