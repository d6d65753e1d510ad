-- Members with names that are their own.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE member (id INTEGER PRIMARY KEY, mail TEXT NOT NULL UNIQUE);
CREATE TABLE room (name TEXT COLLATE NOCASE PRIMARY KEY, floor INTEGER);
CREATE TABLE code (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE CHECK (code = upper(trim(code))));

-- migrate:down irreversible
