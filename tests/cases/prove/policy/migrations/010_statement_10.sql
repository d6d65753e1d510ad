-- Statement 10.
--
-- Revision ID: 010
-- Revises: 001

-- migrate:up
CREATE TABLE t10 (id INTEGER);
INSERT INTO alembic_version VALUES ('x');

-- migrate:down
DROP TABLE t10;
