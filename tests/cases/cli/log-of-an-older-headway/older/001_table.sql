-- Table 1.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE t1 (a);
INSERT INTO t1 VALUES (1);

-- migrate:down
DROP TABLE t1;
