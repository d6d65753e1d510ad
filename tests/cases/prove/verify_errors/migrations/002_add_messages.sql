-- Add messages.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE message (
    id INTEGER PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES user (id),
    content TEXT NOT NULL DEFAULT 'none' COLLATE NOCASE -- a comment
);
CREATE INDEX ix_message_user_id ON message (user_id);
CREATE VIEW loud AS SELECT upper(content) AS content FROM message;
CREATE TRIGGER tr_message AFTER INSERT ON message BEGIN
    UPDATE user SET name = name || '!' WHERE id = new.user_id;
    SELECT 1;
END;

-- migrate:down
DROP TRIGGER tr_message;
DROP VIEW loud;
DROP INDEX ix_message_user_id;
DROP TABLE message;
