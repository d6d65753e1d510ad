-- Condense what is kept.
--
-- Revision ID: 008
-- Revises: 007

-- migrate:up
CREATE TABLE person_8 (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, born TEXT);
INSERT INTO figure (what) SELECT json_group_array(json_array(name, mail, "born")) FROM member_8;
DROP TABLE member_8;
DROP TABLE person_8;

-- migrate:down
CREATE TABLE member_8 (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, born TEXT);
