-- Insert what is refused only by rows of its own.
--
-- Revision ID: 005
-- Revises: 004

-- migrate:up
CREATE TABLE kind (id INTEGER PRIMARY KEY, name TEXT) STRICT;
ALTER TABLE note RENAME TO page;
ALTER TABLE page ADD COLUMN kind INTEGER;
INSERT INTO kind (id, name) VALUES (1, 'plain');

-- migrate:down
ALTER TABLE page DROP COLUMN kind;
ALTER TABLE page RENAME TO note;
DROP TABLE kind;
