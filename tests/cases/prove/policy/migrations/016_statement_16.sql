-- Statement 16.
--
-- Revision ID: 016
-- Revises: 001

-- migrate:up
CREATE TABLE t16 (id INTEGER);
PRAGMA defer_foreign_keys = ON;

-- migrate:down
DROP TABLE t16;
