-- Rebuild tags without two of their columns.
--
-- Revision ID: 005
-- Revises: 004

-- migrate:up
CREATE TABLE new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, colour TEXT, shape TEXT, size INTEGER, kind TEXT);
INSERT INTO new (id, name, size, kind) SELECT id, name, size, 'plain' FROM tag;
DROP TABLE tag;
ALTER TABLE new RENAME TO tag;

-- migrate:down
ALTER TABLE tag DROP COLUMN kind;
