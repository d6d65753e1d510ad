-- Rename notes out of the way and forget them.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
ALTER TABLE tag ADD COLUMN size INTEGER;
ALTER TABLE note RENAME TO old;
ALTER TABLE old RENAME TO older;
CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT);
INSERT INTO note (title) SELECT 'a note' FROM older;
DROP TABLE older;

-- migrate:down
ALTER TABLE tag DROP COLUMN size;
ALTER TABLE note RENAME TO old;
CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL);
INSERT INTO note SELECT id, title, coalesce(body, '') FROM old;
DROP TABLE old;
