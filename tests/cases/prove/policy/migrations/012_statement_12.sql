-- Statement 12.
--
-- Revision ID: 012
-- Revises: 001

-- migrate:up
CREATE TABLE t12 (id INTEGER);
SELECT load_extension('x');

-- migrate:down
DROP TABLE t12;
