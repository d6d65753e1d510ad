-- Step 101.
--
-- Revision ID: 101
-- Revises:
-- Create Date: 2025-01-01

-- migrate:up
CREATE TABLE t_101 (a);

-- migrate:down
DROP TABLE t_101;
