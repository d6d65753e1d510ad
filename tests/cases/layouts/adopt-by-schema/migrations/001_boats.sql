-- Boats.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE boat (id INTEGER PRIMARY KEY, name TEXT NOT NULL);

-- migrate:down irreversible
