-- Merge.
--
-- Revision ID: 003
-- Revises: 002a, 002b

-- migrate:up

-- migrate:down
