-- One artist may have lived in two cities.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE artist (name TEXT PRIMARY KEY NOT NULL, city TEXT);
INSERT INTO artist (name, city) SELECT DISTINCT artist, city FROM item WHERE artist IS NOT NULL;

-- migrate:down irreversible
