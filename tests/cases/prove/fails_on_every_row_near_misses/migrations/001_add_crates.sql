-- Add crates.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE crate (id INTEGER PRIMARY KEY, label TEXT NOT NULL, weight INTEGER CHECK (weight > 0));
CREATE TABLE entry (id INTEGER PRIMARY KEY, amount INTEGER NOT NULL);
CREATE TRIGGER entries_stay BEFORE DELETE ON entry WHEN old.amount > 0 BEGIN
    SELECT RAISE(ABORT, 'an entry stays');
END;
CREATE TABLE shelf (id INTEGER PRIMARY KEY, name TEXT);

-- migrate:down
DROP TABLE shelf;
DROP TABLE entry;
DROP TABLE crate;
