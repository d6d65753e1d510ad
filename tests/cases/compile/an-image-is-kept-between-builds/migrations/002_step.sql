-- Step 2.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE t2 (a INTEGER PRIMARY KEY, b TEXT);
CREATE INDEX ix_t2 ON t2 (b);

-- migrate:down
DROP INDEX ix_t2;
DROP TABLE t2;
