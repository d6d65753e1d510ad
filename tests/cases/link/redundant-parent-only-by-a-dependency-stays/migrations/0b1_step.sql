-- Step 0b1.
--
-- Revision ID: 0b1
-- Revises: 001
-- Depends on: 0a1
-- Create Date: 2025-01-01

-- migrate:up
CREATE TABLE t_0b1 (a);

-- migrate:down
DROP TABLE t_0b1;
