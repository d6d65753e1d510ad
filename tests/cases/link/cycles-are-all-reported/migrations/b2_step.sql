-- Step b2.
--
-- Revision ID: b2
-- Revises: b1
-- Create Date: 2025-01-01

-- migrate:up
CREATE TABLE t_b2 (a);

-- migrate:down
DROP TABLE t_b2;
