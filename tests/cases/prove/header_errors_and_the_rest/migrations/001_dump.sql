-- A dump.
--
-- Revision ID: 001
-- Revises:
-- Author: somebody

-- migrate:up
PRAGMA foreign_keys = OFF;
CREATE TABLE shelf (id INTEGER PRIMARY KEY);

-- migrate:down
DROP TABLE shelf;
