-- Add an index.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
INSERT INTO user (name) VALUES ('it's me');

-- migrate:down
DELETE FROM user;
