-- Sum up and drop.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
INSERT INTO figure (n, what) SELECT max(id), min(mail) FROM member_4 GROUP BY born HAVING born > '2000';
DROP TABLE member_4;

-- migrate:down
CREATE TABLE member_4 (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, born TEXT);
