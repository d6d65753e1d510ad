-- Merge auth and billing.
--
-- Revision ID: c8e45a7710bf
-- Revises: b3d90f1c2e68,a6612bd09c55
-- Create Date: 2025-06-09 09:30:00+00:00

-- migrate:up

-- migrate:down
