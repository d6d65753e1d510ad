-- Step 0a1.
--
-- Revision ID: 0a1
-- Revises: 001
-- Create Date: 2025-01-01

-- migrate:up
CREATE TABLE t_0a1 (a);

-- migrate:down
DROP TABLE t_0a1;
