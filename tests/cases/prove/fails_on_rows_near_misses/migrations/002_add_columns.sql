-- Add columns.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
ALTER TABLE user ADD COLUMN age INTEGER NOT NULL DEFAULT 0;
ALTER TABLE user ADD COLUMN seen DATETIME;
INSERT INTO user (id, name) VALUES (1, 'root');
CREATE TABLE fresh (id INTEGER PRIMARY KEY);
ALTER TABLE fresh ADD COLUMN name TEXT NOT NULL;

-- migrate:down
DROP TABLE fresh;
DELETE FROM user WHERE id = 1;
ALTER TABLE user DROP COLUMN seen;
ALTER TABLE user DROP COLUMN age;
