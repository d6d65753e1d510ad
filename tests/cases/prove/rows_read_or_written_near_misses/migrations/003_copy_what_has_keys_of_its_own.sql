-- Copy what has keys of its own.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
INSERT INTO artist (id, name) SELECT id, name FROM reader GROUP BY name;

-- migrate:down irreversible
