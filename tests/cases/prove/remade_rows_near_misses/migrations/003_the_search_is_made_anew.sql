-- Rowids change and the search with them; what counts and what has an id is not the same any more.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE TABLE passage_new (name TEXT PRIMARY KEY, body TEXT);
INSERT INTO passage_new SELECT name, upper(body) FROM passage ORDER BY body;
DROP TABLE passage;
ALTER TABLE passage_new RENAME TO passage;
INSERT INTO passage_find (passage_find) VALUES ('rebuild');
CREATE TABLE owner_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
INSERT INTO owner_new SELECT id, name FROM owner;
DROP TABLE owner;
ALTER TABLE owner_new RENAME TO owner;

-- migrate:down irreversible
