-- Copy singers into a table of their own.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE singer (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
INSERT INTO singer (name) SELECT singer FROM song;

-- migrate:down
DROP TABLE singer;
