-- Step 0a1f.
--
-- Revision ID: 0a1f
-- Revises: 002
-- Create Date: 2025-02-01

-- migrate:up
CREATE TABLE t_0a1f (a);

-- migrate:down
DROP TABLE t_0a1f;
