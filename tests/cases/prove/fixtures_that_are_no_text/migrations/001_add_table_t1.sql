-- Add table t1.
--
-- Revision ID: 001
-- Revises:
-- Create Date: 2026-01-01 12:00:00+00:00

-- migrate:up
CREATE TABLE t1 (a INTEGER);

-- migrate:down
DROP TABLE t1;
