-- Insert the author first.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
INSERT INTO author (id, name) VALUES (1, 'nobody');
ALTER TABLE note ADD COLUMN author INTEGER NOT NULL DEFAULT 1 REFERENCES author (id);

-- migrate:down
ALTER TABLE note DROP COLUMN author;
DELETE FROM author WHERE id = 1;
