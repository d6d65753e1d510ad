-- Right.
--
-- Revision ID: 002b
-- Revises: 001

-- migrate:up
CREATE TABLE b (id INTEGER);

-- migrate:down
DROP TABLE b;
