-- Table 3.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE TABLE t3 (a);
INSERT INTO t3 VALUES (3);

-- migrate:down
DROP TABLE t3;
