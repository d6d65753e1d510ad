-- Add threads.
--
-- Revision ID: 0a0
-- Revises:

-- migrate:up
CREATE TABLE thread (id INTEGER PRIMARY KEY);

-- migrate:down
DROP TABLE thread;
