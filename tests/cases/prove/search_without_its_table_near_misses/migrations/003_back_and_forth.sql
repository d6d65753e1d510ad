-- A table that is back at the end of the section.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
ALTER TABLE letter RENAME TO letter_old;
CREATE TABLE letter (id INTEGER PRIMARY KEY, body TEXT, day TEXT);
INSERT INTO letter (id, body) SELECT id, body FROM letter_old;
DROP TABLE letter_old;

-- migrate:down
ALTER TABLE letter DROP COLUMN day;
