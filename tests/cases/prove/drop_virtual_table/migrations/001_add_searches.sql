-- Add searches.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE note (id INTEGER PRIMARY KEY, content TEXT);
CREATE VIRTUAL TABLE note_index USING fts5(content, content='note', content_rowid='id');
CREATE VIRTUAL TABLE letter USING fts5(content);
CREATE VIRTUAL TABLE place USING rtree(id, west, east);
CREATE VIRTUAL TABLE atlas USING rtree(id, west, east);

-- migrate:down
DROP TABLE atlas;
DROP TABLE place;
DROP TABLE letter;
DROP TABLE note_index;
DROP TABLE note;
