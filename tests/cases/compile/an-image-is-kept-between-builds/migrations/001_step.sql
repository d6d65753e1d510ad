-- Step 1.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE t1 (a INTEGER PRIMARY KEY, b TEXT);
CREATE INDEX ix_t1 ON t1 (b);

-- migrate:down
DROP INDEX ix_t1;
DROP TABLE t1;
