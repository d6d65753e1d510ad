-- Rebuild users.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
ALTER TABLE user ADD COLUMN age INTEGER;

-- migrate:down
CREATE TABLE new (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
INSERT INTO new SELECT id, name FROM user;
DROP TABLE user;
ALTER TABLE new RENAME TO user;
