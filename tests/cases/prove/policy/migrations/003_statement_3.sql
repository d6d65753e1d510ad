-- Statement 3.
--
-- Revision ID: 003
-- Revises: 001

-- migrate:up
CREATE TABLE t3 (id INTEGER);
BEGIN;

-- migrate:down
DROP TABLE t3;
