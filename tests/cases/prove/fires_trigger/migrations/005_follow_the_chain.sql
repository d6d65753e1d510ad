-- Follow the chain.
--
-- Revision ID: 005
-- Revises: 004

-- migrate:up
INSERT INTO trail SELECT id, 'old' FROM memo;

-- migrate:down irreversible
