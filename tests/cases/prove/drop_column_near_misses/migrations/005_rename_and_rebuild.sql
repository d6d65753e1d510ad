-- Rename a column twice, then rebuild its table.
--
-- Revision ID: 005
-- Revises: 004

-- migrate:up
ALTER TABLE message RENAME COLUMN body TO text;
ALTER TABLE "message" RENAME "text" TO words;
CREATE TABLE new (id INTEGER PRIMARY KEY, user_id INTEGER REFERENCES user (id) ON DELETE CASCADE, words TEXT NOT NULL);
INSERT INTO new (id, user_id, words) SELECT id, user_id, words FROM message;
DROP TABLE message;
ALTER TABLE new RENAME TO message;

-- migrate:down
ALTER TABLE message RENAME COLUMN words TO body;
CREATE TABLE new (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE, body TEXT NOT NULL);
INSERT INTO new SELECT * FROM message;
DROP TABLE message;
ALTER TABLE new RENAME TO message;
