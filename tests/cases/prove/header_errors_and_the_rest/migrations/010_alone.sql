-- A line of its own.
--
-- Revision ID: 010
-- Revises:
-- Create Date: yesterday

-- migrate:up
CREATE TABLE alone (id INTEGER PRIMARY KEY);

-- migrate:down
SELECT 1;
