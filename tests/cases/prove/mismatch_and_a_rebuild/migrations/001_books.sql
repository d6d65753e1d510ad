-- A key refers to a column that is not there.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE author (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE book (id INTEGER PRIMARY KEY, author INTEGER REFERENCES author (code));
CREATE TABLE page (id INTEGER PRIMARY KEY, author TEXT REFERENCES author (name));
CREATE TABLE other (id INTEGER PRIMARY KEY, v TEXT);

-- migrate:down
DROP TABLE other;
DROP TABLE page;
DROP TABLE book;
DROP TABLE author;
