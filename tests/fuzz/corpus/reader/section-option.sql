-- Add an index.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up transaction=false
VACUUM;

-- migrate:down irreversable quietly
