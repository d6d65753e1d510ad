-- Rebuild users.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE user_new (id INTEGER PRIMARY KEY, name VARCHAR(64) NOT NULL, status TEXT);
INSERT INTO user_new SELECT * FROM user;
DROP TABLE user;
ALTER TABLE user_new RENAME TO user;

-- migrate:down
CREATE TABLE user_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, status TEXT);
INSERT INTO user_new SELECT * FROM user;
DROP TABLE user;
ALTER TABLE user_new RENAME TO user;
