-- Move some notes into a table of their own.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE TABLE short_note AS SELECT * FROM note WHERE length(body) < 10;
CREATE TABLE new (id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL, author INTEGER NOT NULL REFERENCES author (id));
INSERT INTO new SELECT * FROM note WHERE length(body) >= 10;
DROP TABLE note;
ALTER TABLE new RENAME TO note;

-- migrate:down
INSERT INTO note SELECT * FROM short_note;
DROP TABLE short_note;
