-- Refer to a unique name.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE tag (id INTEGER PRIMARY KEY, name TEXT UNIQUE);
CREATE TABLE badge (tag TEXT REFERENCES tag (name), later INTEGER REFERENCES comes_later (id));
CREATE TABLE pair (a INTEGER, b INTEGER REFERENCES pair (a));
CREATE UNIQUE INDEX ix_pair_a ON pair (a);

-- migrate:down
DROP TABLE pair;
DROP TABLE badge;
DROP TABLE tag;
