-- Use a module.
--
-- Revision ID: 004
-- Revises: 001

-- migrate:up
CREATE VIRTUAL TABLE digit USING digits;
CREATE TABLE square (n INTEGER PRIMARY KEY, square INTEGER NOT NULL);
INSERT INTO square SELECT digit, digit * digit FROM digit;

-- migrate:down
DROP TABLE square;
DROP TABLE digit;
