-- Step a2.
--
-- Revision ID: a2
-- Revises: a1, 001
-- Create Date: 2025-01-01

-- migrate:up
CREATE TABLE t_a2 (a);

-- migrate:down
DROP TABLE t_a2;
