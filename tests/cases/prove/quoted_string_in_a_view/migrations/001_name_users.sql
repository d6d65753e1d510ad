-- Name users.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE user (id INTEGER PRIMARY KEY, "User Name" TEXT NOT NULL);
CREATE VIEW named AS SELECT id, "User Name" AS name FROM user;

-- migrate:down
DROP VIEW named;
DROP TABLE user;
