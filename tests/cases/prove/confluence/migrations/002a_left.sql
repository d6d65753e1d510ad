-- Left.
--
-- Revision ID: 002a
-- Revises: 001

-- migrate:up
CREATE TABLE IF NOT EXISTS tag (id INTEGER PRIMARY KEY, name TEXT);

-- migrate:down
DROP TABLE IF EXISTS tag;
