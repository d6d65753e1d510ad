-- Let the writer refer to the authors.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE TABLE new (id INTEGER PRIMARY KEY, title TEXT NOT NULL, writer INTEGER REFERENCES author (id));
INSERT INTO new SELECT id, title, writer FROM note;
DROP TABLE note;
ALTER TABLE new RENAME TO note;

-- migrate:down
CREATE TABLE new (id INTEGER PRIMARY KEY, title TEXT NOT NULL, writer INTEGER, author INTEGER NOT NULL DEFAULT 1 REFERENCES author (id));
INSERT INTO new (id, title, writer) SELECT id, title, writer FROM note;
DROP TABLE note;
ALTER TABLE new RENAME TO note;
