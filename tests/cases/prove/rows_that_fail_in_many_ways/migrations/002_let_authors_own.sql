-- Let authors own.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE owner (user INTEGER NOT NULL REFERENCES user (id));
INSERT INTO owner SELECT author FROM doc WHERE author IS NOT NULL;

-- migrate:down irreversible
