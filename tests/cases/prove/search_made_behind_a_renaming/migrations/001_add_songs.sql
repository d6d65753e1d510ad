-- Add songs.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE song (id INTEGER PRIMARY KEY, words TEXT NOT NULL);

-- migrate:down
DROP TABLE song;
