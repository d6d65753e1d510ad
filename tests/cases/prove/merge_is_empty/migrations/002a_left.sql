-- Left.
--
-- Revision ID: 002a
-- Revises: 001

-- migrate:up
CREATE TABLE a (id INTEGER);

-- migrate:down
DROP TABLE a;
