-- Step b.
--
-- Revision ID: b
-- Revises: a.1
-- Create Date: 2025-01-01

-- migrate:up
CREATE TABLE t_b (a);

-- migrate:down
DROP TABLE t_b;
