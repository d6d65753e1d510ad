-- A copy without ids, on both ways.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE owner_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, phone TEXT);
INSERT INTO owner_new (name) SELECT name FROM owner;
DROP TABLE owner;
ALTER TABLE owner_new RENAME TO owner;

-- migrate:down
CREATE TABLE owner_old (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
INSERT INTO owner_old (name) SELECT name FROM owner ORDER BY id;
DROP TABLE owner;
ALTER TABLE owner_old RENAME TO owner;
