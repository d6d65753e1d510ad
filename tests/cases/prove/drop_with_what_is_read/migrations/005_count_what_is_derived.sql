-- Count what is derived.
--
-- Revision ID: 005
-- Revises: 004

-- migrate:up
WITH old AS (SELECT * FROM member_5)
INSERT INTO figure SELECT count(*), 'old' FROM old UNION ALL SELECT count(*), 'all' FROM (SELECT id, name FROM member_5) AS m;
DROP TABLE member_5;

-- migrate:down
CREATE TABLE member_5 (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, born TEXT);
