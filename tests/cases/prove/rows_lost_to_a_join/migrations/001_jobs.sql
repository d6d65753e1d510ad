-- Jobs, their kinds and places.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE kind (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE job (id INTEGER PRIMARY KEY, kind INTEGER REFERENCES kind (id), title TEXT);

-- migrate:down irreversible
