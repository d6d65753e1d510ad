-- Make notes anew.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
DROP TABLE note;
CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT, author TEXT);

-- migrate:down
ALTER TABLE note DROP COLUMN author;
