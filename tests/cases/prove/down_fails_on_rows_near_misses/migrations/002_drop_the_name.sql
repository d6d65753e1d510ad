-- Drop the name.
--
-- Revision ID: 002
-- Revises: 001

-- headway:allow drop-column users have numbers
-- migrate:up
CREATE TABLE new (id INTEGER PRIMARY KEY, status TEXT NOT NULL);
INSERT INTO new SELECT id, coalesce(status, 'none') FROM user;
DROP TABLE user;
ALTER TABLE new RENAME TO user;

-- migrate:down
CREATE TABLE new (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, status TEXT);
INSERT INTO new SELECT id, 'user ' || id, nullif(status, 'none') FROM user;
DROP TABLE user;
ALTER TABLE new RENAME TO user;
