-- Rebuild two tables, one by page.
--
-- Revision ID: 005
-- Revises: 004

-- migrate:up
CREATE TABLE new (id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL, author TEXT);
INSERT INTO new (id, title, body, author) SELECT id, title, body, author FROM note WHERE true ORDER BY title LIMIT -1;
DROP TABLE note;
CREATE TABLE new_plain (name TEXT);
INSERT INTO new_plain SELECT * FROM plain;
DROP TABLE plain;
ALTER TABLE new RENAME TO note;
ALTER TABLE new_plain RENAME TO plain;

-- migrate:down irreversible
