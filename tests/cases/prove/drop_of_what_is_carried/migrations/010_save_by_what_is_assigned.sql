-- Save by what is assigned.
--
-- Revision ID: 010
-- Revises: 009

-- migrate:up
CREATE TABLE person_10 (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, born TEXT);
REPLACE INTO person_10 VALUES (1, (SELECT group_concat(name || mail || born) FROM member_10), NULL, NULL);
ALTER TABLE person_10 RENAME TO people_10;
DROP TABLE member_10;

-- migrate:down
DROP TABLE people_10;
CREATE TABLE member_10 (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, born TEXT);
