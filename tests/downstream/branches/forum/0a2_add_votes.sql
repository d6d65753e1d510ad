-- Add votes.
--
-- Revision ID: 0a2
-- Revises: 0a0

-- migrate:up
CREATE TABLE vote (id INTEGER PRIMARY KEY);

-- migrate:down
DROP TABLE vote;
