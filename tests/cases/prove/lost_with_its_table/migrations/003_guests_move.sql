-- Guests get another name, and lose what they are held to.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE TABLE person (id INTEGER PRIMARY KEY, mail TEXT NOT NULL);
INSERT INTO person SELECT id, mail FROM guest;
DROP TABLE guest;

-- migrate:down irreversible
