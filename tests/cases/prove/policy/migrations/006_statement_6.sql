-- Statement 6.
--
-- Revision ID: 006
-- Revises: 001

-- migrate:up
CREATE TABLE t6 (id INTEGER);
PRAGMA foreign_keys = OFF;

-- migrate:down
DROP TABLE t6;
