-- Take notes to another table and back.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TEMP TABLE attic AS SELECT * FROM note;
DROP TABLE note;
CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT, author TEXT);
INSERT INTO note SELECT id, title, body, NULL FROM attic;
DROP TABLE attic;

-- migrate:down
ALTER TABLE note DROP COLUMN author;
