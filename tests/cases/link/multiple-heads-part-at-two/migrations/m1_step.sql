-- Step m1.
--
-- Revision ID: m1
-- Revises: a, b
-- Create Date: 2025-02-01

-- migrate:up
CREATE TABLE t_m1 (a);

-- migrate:down
DROP TABLE t_m1;
