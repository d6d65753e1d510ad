-- Notes.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT);

-- migrate:down irreversible
