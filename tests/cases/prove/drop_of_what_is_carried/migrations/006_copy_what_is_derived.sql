-- Copy what is derived.
--
-- Revision ID: 006
-- Revises: 005

-- migrate:up
CREATE TABLE person_6 (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, born TEXT);
INSERT INTO person_6 (name, mail, born) SELECT * FROM (SELECT m.name, m.mail, m.born FROM main.member_6 m LEFT JOIN figure f ON f.n = m.id) AS t WHERE true;
DROP TABLE member_6;

-- migrate:down
CREATE TABLE member_6 (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, born TEXT);
INSERT INTO member_6 SELECT id, name, mail, born FROM person_6;
DROP TABLE person_6;
