-- Rebuild notes without copying them.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE TABLE new (id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL);
DROP TABLE note;
ALTER TABLE new RENAME TO note;

-- migrate:down
DROP TABLE note;
CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT, author TEXT);
