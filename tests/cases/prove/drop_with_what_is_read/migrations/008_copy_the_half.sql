-- Copy the half.
--
-- Revision ID: 008
-- Revises: 007

-- migrate:up
CREATE TABLE person_8 (id INTEGER PRIMARY KEY, name TEXT);
INSERT INTO person_8 (name) SELECT name FROM member_8 WHERE mail IS NOT NULL ORDER BY born;
DROP TABLE member_8;

-- migrate:down
DROP TABLE person_8;
CREATE TABLE member_8 (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, born TEXT);
