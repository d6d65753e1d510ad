-- Copy singers into a table that is there.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
INSERT INTO artist (name) SELECT singer FROM song WHERE singer IS NOT NULL;

-- migrate:down irreversible
