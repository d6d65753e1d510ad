-- Add notes.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE author (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT NOT NULL, writer INTEGER);
CREATE TABLE remark (id INTEGER PRIMARY KEY, note INTEGER NOT NULL REFERENCES note (id));

-- migrate:down
DROP TABLE remark;
DROP TABLE note;
DROP TABLE author;
