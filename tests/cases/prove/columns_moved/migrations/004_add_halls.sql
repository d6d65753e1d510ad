-- Add halls.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
CREATE TABLE hall (id INTEGER PRIMARY KEY);

-- migrate:down
DROP TABLE hall;
