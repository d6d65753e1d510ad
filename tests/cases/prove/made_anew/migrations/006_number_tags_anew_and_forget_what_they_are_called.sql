-- Number tags anew and forget what they are called.
--
-- Revision ID: 006
-- Revises: 005

-- migrate:up
CREATE TABLE new (id INTEGER PRIMARY KEY, colour TEXT, shape TEXT, size INTEGER, kind TEXT);
INSERT INTO new (colour, shape, size, kind) SELECT colour, shape, size, kind FROM tag;
DROP TABLE tag;
ALTER TABLE new RENAME TO tag;

-- migrate:down
CREATE TABLE new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, colour TEXT, shape TEXT, size INTEGER, kind TEXT);
INSERT INTO new SELECT id, '', colour, shape, size, kind FROM tag;
DROP TABLE tag;
ALTER TABLE new RENAME TO tag;
