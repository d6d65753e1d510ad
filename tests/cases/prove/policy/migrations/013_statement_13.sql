-- Statement 13.
--
-- Revision ID: 013
-- Revises: 001

-- migrate:up
CREATE TABLE t13 (id INTEGER);
PRAGMA writable_schema = ON;

-- migrate:down
DROP TABLE t13;
