-- Step m2.
--
-- Revision ID: m2
-- Revises: b, a
-- Create Date: 2025-02-02

-- migrate:up
CREATE TABLE t_m2 (a);

-- migrate:down
DROP TABLE t_m2;
