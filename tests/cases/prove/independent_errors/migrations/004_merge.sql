-- Merge.
--
-- Revision ID: 004
-- Revises: 003a, 003b

-- migrate:up

-- migrate:down
