-- Add emails.
--
-- Revision ID: 0a02
-- Revises: 0a01
-- Create Date: 2025-01-02 09:30:00+00:00

-- migrate:up
CREATE TABLE email (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES user (id));

-- migrate:down
DROP TABLE email;
