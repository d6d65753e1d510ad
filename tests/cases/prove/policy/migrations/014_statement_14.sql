-- Statement 14.
--
-- Revision ID: 014
-- Revises: 001

-- migrate:up
CREATE TABLE t14 (id INTEGER);
PRAGMA user_version = 3;

-- migrate:down
DROP TABLE t14;
