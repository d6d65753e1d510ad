-- Add stamps and letters.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE stamp (id INTEGER PRIMARY KEY, country TEXT);
CREATE TABLE letter (id INTEGER PRIMARY KEY, body TEXT);

-- migrate:down irreversible
