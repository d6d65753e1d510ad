-- Step 003.
--
-- Revision ID: 003
-- Revises: 001
-- Create Date: 2025-01-01

-- migrate:up
CREATE TABLE t_003 (a);

-- migrate:down
DROP TABLE t_003;
