-- Copy a reference.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
ALTER TABLE note ADD COLUMN owner INTEGER REFERENCES author (id);
UPDATE note SET owner = writer;

-- migrate:down
ALTER TABLE note DROP COLUMN owner;
