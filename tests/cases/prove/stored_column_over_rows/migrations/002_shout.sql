-- A stored column, which SQLite adds to no row.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
ALTER TABLE crate ADD COLUMN loud TEXT GENERATED ALWAYS AS (upper(label)) STORED;

-- migrate:down
ALTER TABLE crate DROP COLUMN loud;
