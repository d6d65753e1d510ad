-- Add notes.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT);
CREATE TABLE tag (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE VIEW wrong AS SELECT nmae FROM tag;
CREATE VIEW later AS SELECT * FROM future;
CREATE VIEW shouted AS SELECT app_shout(title) FROM note;
CREATE VIEW sorted AS SELECT title FROM note ORDER BY title COLLATE polish;

-- migrate:down
DROP VIEW sorted;
DROP VIEW shouted;
DROP VIEW later;
DROP VIEW wrong;
DROP TABLE tag;
DROP TABLE note;
