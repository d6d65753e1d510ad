-- Copy names that come back unique.
--
-- Revision ID: 009
-- Revises: 008

-- migrate:up
CREATE TABLE names AS SELECT name FROM user;

-- migrate:down
CREATE TABLE u2 (name TEXT UNIQUE);
INSERT INTO u2 SELECT name FROM user;
DROP TABLE u2;
DROP TABLE names;
