-- Rename content in a rebuild.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
CREATE TABLE new (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE, body TEXT NOT NULL);
INSERT INTO new SELECT * FROM message;
DROP TABLE message;
ALTER TABLE new RENAME TO message;

-- migrate:down
CREATE TABLE new (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE, content TEXT NOT NULL);
INSERT INTO new SELECT * FROM message;
DROP TABLE message;
ALTER TABLE new RENAME TO message;
