-- Add table t2.
--
-- Revision ID: 002
-- Revises: 001
-- Create Date: 2026-01-02 12:00:00+00:00

-- migrate:up
CREATE TABLE t2 (a INTEGER);

-- migrate:down
DROP TABLE t2;
