-- Add notes.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE author (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT, author INTEGER NOT NULL REFERENCES author (id));
CREATE TABLE plain (name TEXT);

-- migrate:down
DROP TABLE plain;
DROP TABLE note;
DROP TABLE author;
