-- Add the first user.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
INSERT INTO user (name) VALUES ('root');

-- migrate:down
DELETE FROM user;
