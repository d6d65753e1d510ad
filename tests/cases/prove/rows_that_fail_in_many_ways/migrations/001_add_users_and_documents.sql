-- Add users and documents.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE user (id INTEGER PRIMARY KEY, name TEXT NOT NULL, mail TEXT);
CREATE TABLE doc (id INTEGER PRIMARY KEY, author INTEGER, data TEXT, n INTEGER NOT NULL);
CREATE TABLE log (id INTEGER PRIMARY KEY, what TEXT);
CREATE TRIGGER log_stays BEFORE UPDATE ON log BEGIN SELECT RAISE(ROLLBACK, 'a log stays'); END;
CREATE TABLE strict (id INTEGER PRIMARY KEY, n INTEGER) STRICT;

-- migrate:down irreversible
