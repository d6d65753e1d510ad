-- Rename tags and add a column.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
ALTER TABLE tag RENAME TO label;
ALTER TABLE label ADD COLUMN colour INTEGER NOT NULL;

-- migrate:down
ALTER TABLE label DROP COLUMN colour;
ALTER TABLE label RENAME TO tag;
