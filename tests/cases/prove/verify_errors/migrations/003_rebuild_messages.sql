-- Rebuild messages.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE TABLE message_new (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES user (id),
    content TEXT NOT NULL DEFAULT 'none' COLLATE NOCASE, stars INTEGER NOT NULL DEFAULT 0);
INSERT INTO message_new (id, user_id, content) SELECT id, user_id, content FROM message;
DROP VIEW loud;
DROP TABLE message;
ALTER TABLE message_new RENAME TO message;
CREATE INDEX ix_message_user_id ON message (user_id);
CREATE VIEW loud AS SELECT upper(content) AS content FROM message;
CREATE TRIGGER tr_message AFTER INSERT ON message BEGIN
    UPDATE user SET name = name || '!' WHERE id = new.user_id;
    SELECT 1;
END;

-- migrate:down
CREATE TABLE old (
    "id" INTEGER PRIMARY KEY,
    [user_id] INTEGER NOT NULL REFERENCES "user" (id),
    content TEXT NOT NULL DEFAULT 'none' COLLATE nocase
);
INSERT INTO old SELECT id, user_id, content FROM message;
DROP VIEW loud;
DROP TABLE message;
ALTER TABLE old RENAME TO message;
create index if not exists ix_message_user_id on message (user_id);
CREATE VIEW loud AS SELECT upper(content) AS content FROM message;
CREATE TRIGGER tr_message AFTER INSERT ON message BEGIN
    UPDATE user SET name = name || '!' WHERE id = new.user_id;
    SELECT 1;
END;
