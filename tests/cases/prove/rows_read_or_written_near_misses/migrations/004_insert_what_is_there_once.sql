-- Insert what is there once.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
INSERT INTO setting VALUES (1, 'dark');
UPDATE setting SET theme = 'light' WHERE theme = 'dark';

-- migrate:down
DELETE FROM setting WHERE id = 1;
