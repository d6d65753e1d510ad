-- Forget names.
--
-- Revision ID: d001
-- Revises: c001
-- Create Date: 2025-01-06 09:30:00+00:00

-- migrate:up
UPDATE user SET name = '';

-- migrate:down irreversible
