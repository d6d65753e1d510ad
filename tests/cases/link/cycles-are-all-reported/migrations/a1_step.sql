-- Step a1.
--
-- Revision ID: a1
-- Revises: a2
-- Create Date: 2025-01-01

-- migrate:up
CREATE TABLE t_a1 (a);

-- migrate:down
DROP TABLE t_a1;
