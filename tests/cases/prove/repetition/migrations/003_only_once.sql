-- Only once.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
INSERT INTO user (id, name) VALUES (1000, 'once');

-- migrate:down
SELECT 1;
