-- Statement 5.
--
-- Revision ID: 005
-- Revises: 001

-- migrate:up
CREATE TABLE t5 (id INTEGER);
SAVEPOINT a;

-- migrate:down
DROP TABLE t5;
