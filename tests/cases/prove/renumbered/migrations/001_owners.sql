-- Owners and their dogs.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE owner (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE dog (id INTEGER PRIMARY KEY, owner INTEGER NOT NULL REFERENCES owner (id), name TEXT);

-- migrate:down
DROP TABLE dog;
DROP TABLE owner;
