-- Other branch.
--
-- Revision ID: 002b
-- Revises: 001

-- migrate:up
CREATE TABLE a (id INTEGER PRIMARY KEY);

-- migrate:down
DROP TABLE aa;
