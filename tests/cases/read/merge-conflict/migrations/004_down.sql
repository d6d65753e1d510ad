-- Start.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
CREATE TABLE jar (id INTEGER PRIMARY KEY);

-- migrate:down
DROP TABLE jar;
=======
DROP TABLE IF EXISTS jar;
