-- Copy into what is dropped too.
--
-- Revision ID: 007
-- Revises: 006

-- migrate:up
CREATE TEMP TABLE saved AS SELECT * FROM member_7;
CREATE TABLE kept AS SELECT * FROM temp.saved;
DROP TABLE member_7;
DROP TABLE temp.saved;
DROP TABLE kept;

-- migrate:down
CREATE TABLE member_7 (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, born TEXT);
