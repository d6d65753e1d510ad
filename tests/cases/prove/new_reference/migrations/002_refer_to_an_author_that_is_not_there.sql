-- Refer to an author that is not there.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
ALTER TABLE note ADD COLUMN author INTEGER NOT NULL DEFAULT 1 REFERENCES author (id);

-- migrate:down
ALTER TABLE note DROP COLUMN author;
