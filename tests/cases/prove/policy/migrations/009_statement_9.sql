-- Statement 9.
--
-- Revision ID: 009
-- Revises: 001

-- migrate:up
CREATE TABLE t9 (id INTEGER);
VACUUM;

-- migrate:down
DROP TABLE t9;
