-- Make a.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE a (x);

-- migrate:down
DROP TABLE a;
