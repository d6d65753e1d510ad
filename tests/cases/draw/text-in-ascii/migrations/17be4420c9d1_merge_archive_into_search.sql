-- Merge archive into search.
--
-- Revision ID: 17be4420c9d1
-- Revises: 0d9c81e4f5a2,f2a8d3356b7c
-- Create Date: 2025-06-14 09:30:00+00:00

-- migrate:up

-- migrate:down
