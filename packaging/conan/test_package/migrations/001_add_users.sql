-- Add users.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE user (id INTEGER PRIMARY KEY, name VARCHAR(64) NOT NULL);

-- migrate:down
DROP TABLE user;
