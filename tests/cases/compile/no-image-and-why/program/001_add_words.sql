-- Add words.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT NOT NULL, slug TEXT NOT NULL);
-- The first one.
INSERT INTO word VALUES (1, 'One', slug('One'));

-- migrate:down
DROP TABLE word;
