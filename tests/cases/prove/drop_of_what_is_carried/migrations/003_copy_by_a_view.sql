-- Copy by a view.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE TABLE person_3 (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, born TEXT);
CREATE VIEW view_of_3 AS SELECT * FROM member_3 WHERE born < '2000';
INSERT INTO person_3 SELECT * FROM view_of_3;
DROP VIEW view_of_3;
DROP TABLE member_3;

-- migrate:down
CREATE TABLE member_3 (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, born TEXT);
INSERT INTO member_3 SELECT id, name, mail, born FROM person_3;
DROP TABLE person_3;
