-- Merge billing.
--
-- Revision ID: c001
-- Revises: 0a02, b102
-- Create Date: 2025-01-05 09:30:00+00:00

-- migrate:up

-- migrate:down
