-- Create users.
--
-- Revision ID: 0a01
-- Revises: 
-- Create Date: 2025-01-01 09:30:00+00:00

-- migrate:up
CREATE TABLE user (id INTEGER PRIMARY KEY, name TEXT NOT NULL);

-- migrate:down
DROP TABLE user;
