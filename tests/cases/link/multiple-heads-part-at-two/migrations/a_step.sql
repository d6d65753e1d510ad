-- Step a.
--
-- Revision ID: a
-- Revises: 001
-- Create Date: 2025-01-01

-- migrate:up
CREATE TABLE t_a (a);

-- migrate:down
DROP TABLE t_a;
