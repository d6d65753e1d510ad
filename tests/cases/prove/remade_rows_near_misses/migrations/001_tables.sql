-- What refers to rows by their ids.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE owner (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL);
CREATE TABLE dog (id INTEGER PRIMARY KEY, owner INTEGER NOT NULL REFERENCES owner (id), name TEXT);
CREATE TABLE passage (name TEXT PRIMARY KEY, body TEXT);
CREATE VIRTUAL TABLE passage_find USING fts5(body, content=passage);

-- migrate:down
DROP TABLE passage_find;
DROP TABLE passage;
DROP TABLE dog;
DROP TABLE owner;
