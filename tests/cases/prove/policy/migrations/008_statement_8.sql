-- Statement 8.
--
-- Revision ID: 008
-- Revises: 001

-- migrate:up
CREATE TABLE t8 (id INTEGER);
ATTACH 'other.db' AS other;

-- migrate:down
DROP TABLE t8;
