-- Statement 4.
--
-- Revision ID: 004
-- Revises: 001

-- migrate:up
CREATE TABLE t4 (id INTEGER);
COMMIT;

-- migrate:down
DROP TABLE t4;
