-- Add all kinds of objects.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE doc (id INTEGER PRIMARY KEY, title TEXT DEFAULT "Foo", body VARCHAR(10) NOT NULL DEFAULT '' COLLATE NOCASE);
CREATE INDEX ix_doc_title ON doc (title DESC);
CREATE TRIGGER tr_doc AFTER DELETE ON doc BEGIN DELETE FROM doc WHERE title = 'a;b'; END;
CREATE VIEW titles AS SELECT title FROM doc;
CREATE VIRTUAL TABLE doc_index USING fts5(title, body, content='doc', content_rowid='id');
CREATE VIRTUAL TABLE place USING rtree(id, west, east);

-- migrate:down
DROP TABLE place;
DROP TABLE doc_index;
DROP VIEW titles;
DROP TABLE doc;
