-- Update where it is there.
--
-- Revision ID: 011
-- Revises: 010

-- migrate:up
CREATE TABLE person_11 (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, born TEXT);
INSERT INTO person_11 SELECT * FROM member_11 WHERE true ON CONFLICT (id) DO UPDATE SET name = excluded.name, mail = excluded.mail;
DROP TABLE member_11;

-- migrate:down
CREATE TABLE member_11 (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, born TEXT);
INSERT INTO member_11 SELECT id, name, mail, born FROM person_11;
DROP TABLE person_11;
