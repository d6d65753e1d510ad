-- Step 0b2e.
--
-- Revision ID: 0b2e
-- Revises: 002
-- Create Date: 2025-02-02

-- migrate:up
CREATE TABLE t_0b2e (a);

-- migrate:down
DROP TABLE t_0b2e;
