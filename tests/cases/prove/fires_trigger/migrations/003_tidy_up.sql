-- Tidy up.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
DELETE FROM memo WHERE title = '';
INSERT INTO memo (title) SELECT what FROM trail;

-- migrate:down irreversible
