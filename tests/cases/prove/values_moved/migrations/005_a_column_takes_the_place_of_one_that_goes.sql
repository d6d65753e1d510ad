-- Titles go, and by its place alone the owner takes them.
--
-- Revision ID: 005
-- Revises: 004

-- migrate:up
CREATE TEMP TABLE kept AS SELECT id, title, place, owner FROM task;
DROP TABLE task;
CREATE TABLE task (id INTEGER PRIMARY KEY, owner TEXT, place TEXT, remark TEXT);
INSERT INTO task SELECT * FROM kept;
DROP TABLE kept;

-- migrate:down irreversible
