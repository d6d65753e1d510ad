-- A table that has nothing to do with it is made anew.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
DROP TABLE other;
CREATE TABLE other (id INTEGER PRIMARY KEY);

-- migrate:down
DROP TABLE other;
CREATE TABLE other (id INTEGER PRIMARY KEY, v TEXT);
