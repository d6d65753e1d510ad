-- Add tags.
--
-- Revision ID: 002a
-- Revises: 001

-- migrate:up
CREATE TABLE tag (id INTEGER PRIMARY KEY, name TEXT);

-- migrate:down
DROP TABLE tag;
