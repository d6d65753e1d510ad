-- Members with names that are their own.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE member (id INTEGER PRIMARY KEY, mail TEXT NOT NULL UNIQUE);
CREATE TABLE room (name TEXT PRIMARY KEY, floor INTEGER);
CREATE TABLE seat (room TEXT, mark TEXT, PRIMARY KEY (room, mark)) WITHOUT ROWID;

-- migrate:down irreversible
