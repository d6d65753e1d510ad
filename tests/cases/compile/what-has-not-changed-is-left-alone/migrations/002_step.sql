-- Step 002.
--
-- Revision ID: 002
-- Revises: 001
-- Create Date: 2025-01-01

-- migrate:up
CREATE TABLE t_002 (a);

-- migrate:down
DROP TABLE t_002;
