-- Step x01.
--
-- Revision ID: x01
-- Revises:
-- Create Date: 2025-01-01

-- migrate:up
CREATE TABLE t_x01 (a);

-- migrate:down
DROP TABLE t_x01;
