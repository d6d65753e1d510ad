-- Add age.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE new (id INTEGER PRIMARY KEY, name VARCHAR(64) NOT NULL);
INSERT INTO new SELECT * FROM user;
DROP TABLE user;
ALTER TABLE new RENAME TO user;

-- migrate:down
CREATE TABLE new (id INTEGER PRIMARY KEY, name VARCHAR NOT NULL);
INSERT INTO new SELECT * FROM user;
DROP TABLE user;
ALTER TABLE new RENAME TO user;
