-- Add rooms.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE room (id INTEGER PRIMARY KEY, floor INTEGER, name TEXT);
CREATE TABLE hook (id INTEGER PRIMARY KEY, kind TEXT, wall TEXT);
CREATE TABLE key (id INTEGER PRIMARY KEY, tag TEXT, room INTEGER REFERENCES room);

-- migrate:down
DROP TABLE hook;
DROP TABLE key;
DROP TABLE room;
