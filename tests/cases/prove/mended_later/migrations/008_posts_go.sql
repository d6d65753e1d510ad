-- A column goes before the search that reads it.
--
-- Revision ID: 008
-- Revises: 005

-- migrate:up
ALTER TABLE post RENAME COLUMN body TO text;

-- migrate:down irreversible
