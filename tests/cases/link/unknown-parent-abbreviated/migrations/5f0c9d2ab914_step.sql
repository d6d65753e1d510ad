-- Step 5f0c9d2ab914.
--
-- Revision ID: 5f0c9d2ab914
-- Revises: 122b
-- Create Date: 2025-01-01

-- migrate:up
CREATE TABLE t_5f0c9d2ab914 (a);

-- migrate:down
DROP TABLE t_5f0c9d2ab914;
