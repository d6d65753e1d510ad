-- Add tags.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE tag (id INTEGER PRIMARY KEY, name TEXT UNIQUE);
CREATE VIEW tags AS SELECT name FROM tag;
ALTER TABLE user ADD COLUMN tag_id INTEGER REFERENCES tag (id);
CREATE INDEX ix_user_name ON user (name);

-- migrate:down
DROP INDEX ix_user_name;
