-- Make things.
--
-- Revision ID: 1
-- Revises:

-- migrate:up
CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE old (id INTEGER PRIMARY KEY);
CREATE INDEX thing_name ON thing (name);
CREATE VIEW named AS SELECT * FROM thing WHERE name IS NOT NULL;

-- migrate:down
DROP VIEW named;
DROP TABLE old;
DROP TABLE thing;
