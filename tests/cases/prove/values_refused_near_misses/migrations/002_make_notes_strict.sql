-- Make notes strict.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE new (id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT, size REAL) STRICT;
INSERT INTO new SELECT * FROM note;
DROP TABLE note;
ALTER TABLE new RENAME TO note;

-- migrate:down
CREATE TABLE new (id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT, size INTEGER);
INSERT INTO new SELECT * FROM note;
DROP TABLE note;
ALTER TABLE new RENAME TO note;
