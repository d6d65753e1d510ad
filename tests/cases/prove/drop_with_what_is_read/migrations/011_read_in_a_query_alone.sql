-- Read in a query alone.
--
-- Revision ID: 011
-- Revises: 010

-- migrate:up
SELECT id, name, mail, born FROM member_11;
DROP TABLE member_11;

-- migrate:down
CREATE TABLE member_11 (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, born TEXT);
