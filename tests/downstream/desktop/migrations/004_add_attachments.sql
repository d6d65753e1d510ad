-- Add attachments.
--
-- Revision ID: 004
-- Revises: 003
-- Compatible with: 002

-- migrate:up
CREATE TABLE attachment (id INTEGER PRIMARY KEY, note INTEGER NOT NULL REFERENCES note (id), content BLOB);

-- migrate:down
DROP TABLE attachment;
