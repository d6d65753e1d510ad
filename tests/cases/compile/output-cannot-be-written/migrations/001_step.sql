-- Step 001.
--
-- Revision ID: 001
-- Revises:
-- Create Date: 2025-01-01

-- migrate:up
CREATE TABLE t_001 (a);

-- migrate:down
DROP TABLE t_001;
