-- What another tool has left: every statement that is forbidden is named in one run.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
PRAGMA foreign_keys = OFF;
BEGIN TRANSACTION;
CREATE TABLE a (id INTEGER PRIMARY KEY);
COMMIT;

-- migrate:down
BEGIN;
DROP TABLE a;
END;
