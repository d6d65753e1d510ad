-- Count and drop.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
INSERT INTO figure SELECT count(*), 'members' FROM member_2;
DROP TABLE member_2;

-- migrate:down
CREATE TABLE member_2 (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, born TEXT);
DELETE FROM figure;
