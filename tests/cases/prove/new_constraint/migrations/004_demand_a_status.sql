-- Demand a status.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
CREATE TABLE new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, status TEXT NOT NULL CHECK (status IN ('on', 'off')));
INSERT INTO new SELECT * FROM user;
DROP TABLE user;
ALTER TABLE new RENAME TO user;
CREATE UNIQUE INDEX ux_user_name ON user (name);

-- migrate:down
CREATE TABLE new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, status TEXT CHECK (status IN ('on', 'off')));
INSERT INTO new SELECT * FROM user;
DROP TABLE user;
ALTER TABLE new RENAME TO user;
CREATE UNIQUE INDEX ux_user_name ON user (name);
