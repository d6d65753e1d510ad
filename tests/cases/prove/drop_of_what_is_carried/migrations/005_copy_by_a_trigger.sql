-- Copy by a trigger.
--
-- Revision ID: 005
-- Revises: 004

-- migrate:up
CREATE TABLE person_5 (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, born TEXT);
CREATE TRIGGER view_of_5 AFTER DELETE ON member_5 BEGIN
    INSERT INTO person_5 VALUES (old.id, old.name, old.mail, old.born);
END;
DELETE FROM member_5;
DROP TABLE member_5;

-- migrate:down
CREATE TABLE member_5 (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, born TEXT);
INSERT INTO member_5 SELECT id, name, mail, born FROM person_5;
DROP TABLE person_5;
