-- Step.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE t2 (x);

-- migrate:down
DROP TABLE t2;
