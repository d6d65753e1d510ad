-- Users, and the pages that they write.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE user (id INTEGER PRIMARY KEY, name TEXT NOT NULL, password TEXT);
CREATE INDEX ix_user_name ON user (name COLLATE backwards);
CREATE TABLE page (id INTEGER PRIMARY KEY, author INTEGER NOT NULL REFERENCES user (id), body TEXT NOT NULL);

-- migrate:down
DROP TABLE page;
DROP TABLE user;
