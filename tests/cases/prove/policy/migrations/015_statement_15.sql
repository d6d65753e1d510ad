-- Statement 15.
--
-- Revision ID: 015
-- Revises: 001

-- migrate:up
CREATE TABLE t15 (id INTEGER);
PRAGMA foreign_key_check;

-- migrate:down
DROP TABLE t15;
