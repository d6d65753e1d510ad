-- Step x02.
--
-- Revision ID: x02
-- Revises: x01
-- Create Date: 2025-01-01

-- migrate:up
CREATE TABLE t_x02 (a);

-- migrate:down
DROP TABLE t_x02;
