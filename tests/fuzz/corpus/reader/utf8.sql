-- Add an index.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
	INSERT INTO user (naÃ¯ve) VALUES ('Müller');

-- migrate:down
DELETE FROM user;
