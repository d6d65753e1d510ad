-- Add users.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE user (id INTEGER PRIMARY KEY, name TEXT NOT NULL);

-- migrate:down
DROP TABLE user;
