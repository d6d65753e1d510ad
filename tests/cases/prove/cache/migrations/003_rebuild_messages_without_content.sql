-- Rebuild messages without content.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE TABLE message_new (
    id INTEGER PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE
);
INSERT INTO message_new SELECT id, user_id FROM message;
DROP TABLE message;
ALTER TABLE message_new RENAME TO message;

-- migrate:down
CREATE TABLE message_new (
    id INTEGER PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    content TEXT NOT NULL
);
INSERT INTO message_new SELECT id, user_id, '' FROM message;
DROP TABLE message;
ALTER TABLE message_new RENAME TO message;
