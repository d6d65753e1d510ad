-- Create the users.
--
-- Revision ID: 001
-- Revises:
-- Create Date: 2025-06-02 09:30:00+00:00

-- migrate:up
CREATE TABLE user (id INTEGER PRIMARY KEY, name TEXT);

-- migrate:down
DROP TABLE user;
