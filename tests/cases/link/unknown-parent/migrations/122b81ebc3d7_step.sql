-- Step 122b81ebc3d7.
--
-- Revision ID: 122b81ebc3d7
-- Revises: 001
-- Create Date: 2025-01-01

-- migrate:up
CREATE TABLE t_122b81ebc3d7 (a);

-- migrate:down
DROP TABLE t_122b81ebc3d7;
