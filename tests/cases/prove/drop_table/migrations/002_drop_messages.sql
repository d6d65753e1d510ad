-- Drop messages.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
DROP TABLE message;

-- migrate:down
CREATE TABLE message (
    id INTEGER PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    content TEXT NOT NULL
);
