-- Step 005.
--
-- Revision ID: 005
-- Revises: 003, 004
-- Create Date: 2025-01-01

-- migrate:up
CREATE TABLE t_005 (a);

-- migrate:down
DROP TABLE t_005;
