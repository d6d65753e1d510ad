-- Copy by a common table expression.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE person_2 (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, born TEXT);
WITH RECURSIVE old (a, b, c, d) AS MATERIALIZED (SELECT id, name, mail, born FROM member_2)
INSERT INTO person_2 SELECT o.a, o.b, o.c, o.d FROM old AS o;
DROP TABLE member_2;

-- migrate:down
CREATE TABLE member_2 (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, born TEXT);
INSERT INTO member_2 SELECT id, name, mail, born FROM person_2;
DROP TABLE person_2;
