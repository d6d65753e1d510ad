-- Add posts.
--
-- Revision ID: 0a1
-- Revises: 0a0

-- migrate:up
CREATE TABLE post (id INTEGER PRIMARY KEY);

-- migrate:down
DROP TABLE post;
