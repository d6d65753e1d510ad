-- Step 3.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE TABLE t3 (a INTEGER PRIMARY KEY, b TEXT);
CREATE INDEX ix_t3 ON t3 (b);

-- migrate:down
DROP INDEX ix_t3;
DROP TABLE t3;
