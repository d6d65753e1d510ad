-- Step.
--
-- Revision ID: 003
-- Revises: 001

-- migrate:up
CREATE TABLE t3 (x);

-- migrate:down
DROP TABLE t3;
