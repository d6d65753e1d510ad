-- Copy by updates.
--
-- Revision ID: 007
-- Revises: 006

-- migrate:up
CREATE TABLE person_7 (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, born TEXT);
INSERT INTO person_7 (id) SELECT id FROM member_7;
UPDATE person_7 SET name = m.name, mail = coalesce(m.mail, '') FROM member_7 AS m WHERE m.id = person_7.id;
UPDATE person_7 SET born = (SELECT date(born) FROM member_7 WHERE member_7.id = person_7.id);
DROP TABLE member_7;

-- migrate:down
CREATE TABLE member_7 (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, born TEXT);
INSERT INTO member_7 SELECT id, name, mail, born FROM person_7;
DROP TABLE person_7;
