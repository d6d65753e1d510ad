-- Statement 7.
--
-- Revision ID: 007
-- Revises: 001

-- migrate:up
CREATE TABLE t7 (id INTEGER);
PRAGMA journal_mode = WAL;

-- migrate:down
DROP TABLE t7;
