-- Drop them.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
DROP TABLE note_index;
DROP TABLE letter;
CREATE TABLE area AS SELECT id, west, east FROM place;
DROP TABLE place;
DROP TABLE atlas;

-- migrate:down
CREATE VIRTUAL TABLE atlas USING rtree(id, west, east);
CREATE VIRTUAL TABLE place USING rtree(id, west, east);
INSERT INTO place SELECT id, west, east FROM area;
DROP TABLE area;
CREATE VIRTUAL TABLE letter USING fts5(content);
CREATE VIRTUAL TABLE note_index USING fts5(content, content='note', content_rowid='id');
INSERT INTO note_index (note_index) VALUES ('rebuild');
