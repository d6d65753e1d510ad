-- Drop messages.
--
-- Revision ID: 002
-- Revises: 001

-- headway:allow drop-table the feature never left the laboratory

-- migrate:up
DROP TABLE message;
ALTER TABLE user DROP COLUMN status;

-- migrate:down
ALTER TABLE user ADD COLUMN status TEXT;
CREATE TABLE message (
    id INTEGER PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    content TEXT NOT NULL
);
