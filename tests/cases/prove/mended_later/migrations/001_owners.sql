-- Owners, dogs and a view.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE owner (id INTEGER PRIMARY KEY, mail TEXT NOT NULL);
CREATE TABLE dog (id INTEGER PRIMARY KEY, owner INTEGER NOT NULL REFERENCES owner (id));
CREATE TABLE post (id INTEGER PRIMARY KEY, body TEXT);
CREATE VIRTUAL TABLE post_find USING fts5(body, content=post, content_rowid=id);
CREATE VIEW posts AS SELECT body FROM post;

-- migrate:down irreversible
