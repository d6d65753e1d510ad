-- Add doors, and lose an index of keys beside the order of columns.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
ALTER TABLE hook DROP COLUMN kind;
CREATE TABLE door (id INTEGER PRIMARY KEY);
CREATE INDEX ix_key_room ON key (room);
ALTER TABLE key ADD COLUMN note TEXT;

-- migrate:down
DROP TABLE door;
ALTER TABLE key DROP COLUMN note;
ALTER TABLE hook ADD COLUMN kind TEXT;
