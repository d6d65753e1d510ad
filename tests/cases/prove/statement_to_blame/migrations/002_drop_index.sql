-- Drop the index that a foreign key refers to.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
ALTER TABLE rank ADD COLUMN place INTEGER;
DROP INDEX ux_club_code;
CREATE TABLE ticket (id INTEGER PRIMARY KEY);

-- migrate:down irreversible
