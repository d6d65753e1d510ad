-- Ask and drop.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
DELETE FROM figure WHERE n NOT IN (SELECT id FROM member_3);
DROP TABLE member_3;

-- migrate:down
CREATE TABLE member_3 (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, born TEXT);
