-- Ids, counters and rowids are carried over.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE owner_new (id INTEGER PRIMARY KEY AUTOINCREMENT, phone TEXT, name TEXT NOT NULL);
INSERT INTO owner_new (name, id) SELECT name, rowid FROM owner;
DELETE FROM sqlite_sequence WHERE name = 'owner_new';
INSERT INTO sqlite_sequence (name, seq) SELECT 'owner_new', seq FROM sqlite_sequence WHERE name = 'owner';
DROP TABLE owner;
ALTER TABLE owner_new RENAME TO owner;
CREATE TABLE passage_new (name TEXT PRIMARY KEY, body TEXT, tone TEXT);
INSERT INTO passage_new (rowid, name, body) SELECT rowid, name, body FROM passage;
DROP TABLE passage;
ALTER TABLE passage_new RENAME TO passage;

-- migrate:down
CREATE TABLE owner_old (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL);
INSERT INTO owner_old (name, id) SELECT name, id FROM owner;
UPDATE sqlite_sequence SET seq = (SELECT seq FROM sqlite_sequence WHERE name = 'owner') WHERE name = 'owner_old';
DROP TABLE owner;
ALTER TABLE owner_old RENAME TO owner;
ALTER TABLE passage DROP COLUMN tone;
