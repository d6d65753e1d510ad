-- Add users.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE user (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, status TEXT);

-- migrate:down
DROP TABLE user;
