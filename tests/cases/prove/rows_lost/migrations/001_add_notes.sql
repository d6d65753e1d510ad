-- Add notes.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT);

-- migrate:down
DROP TABLE note;
