-- Drop the age.
--
-- Revision ID: 004
-- Revises: 003

-- headway:allow drop-column nobody says it
-- migrate:up
ALTER TABLE pet DROP COLUMN age;

-- migrate:down
ALTER TABLE pet ADD COLUMN age INTEGER NOT NULL;
