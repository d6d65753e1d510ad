-- Take notes away and bring a part of them back.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE TEMP TABLE attic AS SELECT * FROM note WHERE body <> '';
DROP TABLE note;
CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT NOT NULL UNIQUE, body TEXT NOT NULL);
INSERT OR IGNORE INTO note SELECT * FROM attic;
DROP TABLE attic;

-- migrate:down
CREATE TABLE new (id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL);
INSERT INTO new SELECT * FROM note WHERE body NOT LIKE 'made up%';
DROP TABLE note;
ALTER TABLE new RENAME TO note;
