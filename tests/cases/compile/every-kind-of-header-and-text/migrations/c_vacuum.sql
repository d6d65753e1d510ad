-- Step c.
--
-- Revision ID: c
-- Revises: a.1
-- Depends on: b
-- Create Date: 2025-01-01

-- migrate:up transaction:false
VACUUM;

-- migrate:down irreversible
