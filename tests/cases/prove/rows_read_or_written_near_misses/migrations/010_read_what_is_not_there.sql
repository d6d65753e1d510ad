-- Read what is not there.
--
-- Revision ID: 010
-- Revises: 009

-- migrate:up
INSERT INTO artist (name) SELECT 'nobody' WHERE NOT EXISTS (SELECT 1 FROM artist WHERE name = 'nobody');

-- migrate:down
DELETE FROM artist WHERE name = 'nobody';
