-- Add links.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE link (service_ref TEXT NOT NULL, target TEXT NOT NULL);
CREATE TABLE visit (id INTEGER PRIMARY KEY, link TEXT, day TEXT);

-- migrate:down irreversible
