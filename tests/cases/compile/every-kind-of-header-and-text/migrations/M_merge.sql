-- Step M.
--
-- Revision ID: M
-- Revises: c, b
-- Create Date: 2025-02-01

-- migrate:up
-- nothing

-- migrate:down
-- nothing
