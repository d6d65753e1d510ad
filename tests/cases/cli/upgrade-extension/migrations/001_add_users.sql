-- Add users.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE user (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
INSERT INTO user (name) VALUES ('Ann Lee');

-- migrate:down
DROP TABLE user;
