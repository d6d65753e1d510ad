-- Copy by way of a temporary table.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
CREATE TEMP TABLE saved AS SELECT * FROM member_4;
DROP TABLE member_4;
CREATE TABLE person_4 (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, born TEXT);
INSERT INTO person_4 SELECT * FROM temp.saved;
DROP TABLE temp.saved;

-- migrate:down
CREATE TABLE member_4 (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, born TEXT);
INSERT INTO member_4 SELECT id, name, mail, born FROM person_4;
DROP TABLE person_4;
