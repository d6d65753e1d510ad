-- Step.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE t1 (x);

-- migrate:down
DROP TABLE t1;
