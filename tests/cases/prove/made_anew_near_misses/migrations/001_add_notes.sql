-- Add notes.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT);
CREATE TABLE tag (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE plain (name TEXT);
CREATE VIRTUAL TABLE page USING fts5(words);

-- migrate:down
DROP TABLE page;
DROP TABLE plain;
DROP TABLE tag;
DROP TABLE note;
