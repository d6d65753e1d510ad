-- Add shelves and books.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE shelf (id INTEGER PRIMARY KEY);
CREATE TABLE book (id INTEGER PRIMARY KEY, shelf INTEGER REFERENCES shelf (id));

-- migrate:down
DROP TABLE book;
DROP TABLE shelf;
