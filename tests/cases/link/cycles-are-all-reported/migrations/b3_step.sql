-- Step b3.
--
-- Revision ID: b3
-- Revises: b2, a2
-- Create Date: 2025-01-01

-- migrate:up
CREATE TABLE t_b3 (a);

-- migrate:down
DROP TABLE t_b3;
