-- Step 0c1.
--
-- Revision ID: 0c1
-- Revises: 0a1, 0b1
-- Create Date: 2025-01-01

-- migrate:up
CREATE TABLE t_0c1 (a);

-- migrate:down
DROP TABLE t_0c1;
