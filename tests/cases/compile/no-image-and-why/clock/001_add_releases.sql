-- Add releases.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE release (id INTEGER PRIMARY KEY, engine TEXT NOT NULL);
INSERT INTO release VALUES (1, sqlite_version());

-- migrate:down
DROP TABLE release;
