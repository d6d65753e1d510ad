-- Step 004.
--
-- Revision ID: 004
-- Revises: 002
-- Create Date: 2025-01-01

-- migrate:up
CREATE TABLE t_004 (a);

-- migrate:down
DROP TABLE t_004;
