-- Add table t4.
--
-- Revision ID: 004
-- Revises: 003
-- Create Date: 2026-01-04 12:00:00+00:00

-- migrate:up
CREATE TABLE t4 (a INTEGER);

-- migrate:down
DROP TABLE t4;
