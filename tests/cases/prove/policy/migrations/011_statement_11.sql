-- Statement 11.
--
-- Revision ID: 011
-- Revises: 001

-- migrate:up
CREATE TABLE t11 (id INTEGER);
DROP TABLE IF EXISTS headway_log;

-- migrate:down
DROP TABLE t11;
