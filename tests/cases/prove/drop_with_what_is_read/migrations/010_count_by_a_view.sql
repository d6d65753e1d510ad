-- Count by a view.
--
-- Revision ID: 010
-- Revises: 009

-- migrate:up
CREATE TEMP VIEW view_of_10 AS SELECT count(*) AS n FROM member_10;
INSERT INTO figure (n, what) SELECT n, 'seen' FROM view_of_10;
DROP VIEW temp.view_of_10;
DROP TABLE member_10;

-- migrate:down
CREATE TABLE member_10 (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, born TEXT);
