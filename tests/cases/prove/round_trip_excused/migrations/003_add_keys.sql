-- Add keys, and forget to drop them.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE TABLE key (id INTEGER PRIMARY KEY, room INTEGER REFERENCES room);
CREATE INDEX ix_key_room ON key (room);

-- migrate:down
DROP INDEX ix_key_room;
