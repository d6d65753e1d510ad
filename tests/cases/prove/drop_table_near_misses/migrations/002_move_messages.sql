-- Move messages.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE letter (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES user (id), content TEXT);
INSERT INTO letter SELECT id, user_id, content FROM message;
DROP TABLE message;
CREATE TABLE scratch (id INTEGER);
DROP TABLE scratch;

-- migrate:down
CREATE TABLE message (
    id INTEGER PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    content TEXT NOT NULL
);
INSERT INTO message SELECT id, user_id, content FROM letter;
DROP TABLE letter;
