-- Merge search and hashes.
--
-- Revision ID: 004
-- Revises: 002, 003

-- migrate:up

-- migrate:down
