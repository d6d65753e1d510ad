-- Step b1.
--
-- Revision ID: b1
-- Revises: b3
-- Create Date: 2025-01-01

-- migrate:up
CREATE TABLE t_b1 (a);

-- migrate:down
DROP TABLE t_b1;
