-- Add pages.
--
-- Revision ID: 1
-- Revises:

-- migrate:up
CREATE TABLE page (id INTEGER PRIMARY KEY);

-- migrate:down
DROP TABLE page;
