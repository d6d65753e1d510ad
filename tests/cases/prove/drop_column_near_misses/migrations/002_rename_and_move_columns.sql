-- Rename and move columns.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
ALTER TABLE user RENAME COLUMN name TO full_name;
ALTER TABLE user ADD COLUMN active INTEGER NOT NULL DEFAULT 1;
ALTER TABLE user ADD COLUMN shout TEXT AS (upper(full_name));
UPDATE user SET active = status IS 'active';
ALTER TABLE user DROP COLUMN status;

-- migrate:down
CREATE TABLE user_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, status TEXT);
INSERT INTO user_new SELECT id, full_name, iif(active, 'active', NULL) FROM user;
DROP TABLE user;
ALTER TABLE user_new RENAME TO user;
