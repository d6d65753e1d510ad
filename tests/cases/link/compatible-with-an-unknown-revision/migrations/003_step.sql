-- Step 003.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE TABLE t003 (a);

-- migrate:down
DROP TABLE t003;
