-- Merge.
--
-- Revision ID: 004
-- Revises: 003a, 002b

-- migrate:up

-- migrate:down
