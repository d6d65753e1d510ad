-- Add table t3.
--
-- Revision ID: 003
-- Revises: 002
-- Create Date: 2026-01-03 12:00:00+00:00

-- migrate:up
CREATE TABLE t3 (a INTEGER);

-- migrate:down
DROP TABLE t3;
