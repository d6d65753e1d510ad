-- Drop.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
DROP TABLE owner;

-- migrate:down irreversible
