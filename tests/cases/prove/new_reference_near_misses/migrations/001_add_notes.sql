-- Add notes.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE author (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT NOT NULL, writer INTEGER NOT NULL REFERENCES author (id), parent INTEGER REFERENCES note (id));
CREATE TABLE pair (a TEXT NOT NULL, b TEXT NOT NULL, PRIMARY KEY (a, b));
CREATE TABLE remark (note INTEGER NOT NULL UNIQUE REFERENCES note (id), a TEXT NOT NULL, b TEXT NOT NULL, FOREIGN KEY (a, b) REFERENCES pair (a, b));

-- migrate:down
DROP TABLE remark;
DROP TABLE pair;
DROP TABLE note;
DROP TABLE author;
