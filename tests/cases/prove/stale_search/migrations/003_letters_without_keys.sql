-- The same for FTS4, where the key is lost too.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE TABLE letter_new (key INTEGER PRIMARY KEY, name TEXT UNIQUE, body TEXT, day TEXT);
INSERT INTO letter_new (name, body) SELECT name, body FROM letter;
DROP TABLE letter;
ALTER TABLE letter_new RENAME TO letter;

-- migrate:down irreversible
