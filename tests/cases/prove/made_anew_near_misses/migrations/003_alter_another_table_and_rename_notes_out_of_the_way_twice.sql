-- Alter another table and rename notes out of the way twice.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
ALTER TABLE tag ADD COLUMN size INTEGER;
ALTER TABLE note RENAME TO old;
ALTER TABLE old RENAME COLUMN body TO words;
INSERT INTO plain SELECT author FROM old;
ALTER TABLE "old" RENAME TO "older";
CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT NOT NULL, words TEXT);
INSERT INTO note SELECT id, title, words FROM older;
DROP TABLE older;

-- migrate:down
ALTER TABLE tag DROP COLUMN size;
ALTER TABLE note RENAME TO old;
CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT, author TEXT);
INSERT INTO note SELECT id, title, words, NULL FROM old;
DROP TABLE old;
