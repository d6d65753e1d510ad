-- Copy singers that differ.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE singer (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
INSERT INTO singer (name) SELECT DISTINCT singer FROM song WHERE singer IS NOT NULL;
INSERT INTO singer (name) SELECT singer FROM song WHERE singer IS NOT NULL ON CONFLICT DO NOTHING;
INSERT OR IGNORE INTO artist (name) SELECT singer FROM song;
INSERT INTO artist (id, name) SELECT id, name FROM singer WHERE name NOT IN (SELECT name FROM artist) AND id NOT IN (SELECT id FROM artist);

-- migrate:down
DROP TABLE singer;
DELETE FROM artist;
