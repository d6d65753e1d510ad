-- Add users and messages.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE user (id INTEGER PRIMARY KEY, name TEXT NOT NULL, status TEXT);
CREATE TABLE message (
    id INTEGER PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    content TEXT NOT NULL
);

-- migrate:down
DROP TABLE message;
DROP TABLE user;
