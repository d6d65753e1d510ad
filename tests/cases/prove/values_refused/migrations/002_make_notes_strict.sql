-- Make notes strict.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE new (id INTEGER PRIMARY KEY, title INTEGER NOT NULL, body TEXT) STRICT;
INSERT INTO new SELECT * FROM note;
DROP TABLE note;
ALTER TABLE new RENAME TO note;

-- migrate:down
CREATE TABLE new (id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT);
INSERT INTO new SELECT * FROM note;
DROP TABLE note;
ALTER TABLE new RENAME TO note;
