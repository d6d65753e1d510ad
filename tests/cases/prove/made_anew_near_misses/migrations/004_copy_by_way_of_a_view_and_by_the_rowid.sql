-- Copy by way of a view and by the rowid.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
CREATE VIEW seen AS SELECT rowid AS number, title, words FROM note;
CREATE TABLE new (id INTEGER PRIMARY KEY, title TEXT NOT NULL, words TEXT, author TEXT);
INSERT INTO new (id, title, words) SELECT * FROM seen;
DROP VIEW seen;
DROP TABLE note;
ALTER TABLE new RENAME TO note;

-- migrate:down
CREATE TABLE new (id INTEGER PRIMARY KEY, title TEXT NOT NULL, words TEXT);
INSERT INTO new SELECT id, title, words FROM note;
DROP TABLE note;
ALTER TABLE new RENAME TO note;
