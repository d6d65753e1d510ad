-- Mail and what searches it.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE mail (id INTEGER PRIMARY KEY, body TEXT);
CREATE VIRTUAL TABLE mail_find USING fts5(body, content=mail, content_rowid=id);
CREATE VIRTUAL TABLE stem USING fts5(body, content='');
CREATE VIRTUAL TABLE own USING fts5(body);
CREATE VIRTUAL TABLE box USING rtree(id, x0, x1);

-- migrate:down
DROP TABLE box;
DROP TABLE own;
DROP TABLE stem;
DROP TABLE mail_find;
DROP TABLE mail;
