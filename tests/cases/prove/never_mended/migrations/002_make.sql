-- One statement in each file, as another tool wants it.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE owner_new (id INTEGER PRIMARY KEY, mail TEXT NOT NULL, phone TEXT);

-- migrate:down irreversible
