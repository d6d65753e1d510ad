-- Add notes.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT, size INTEGER);
CREATE TABLE tag (code TEXT NOT NULL, name TEXT);

-- migrate:down
DROP TABLE tag;
DROP TABLE note;
