-- Step 002.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE u (a);

-- migrate:down
DROP TABLE u;
