-- Rename tags and add a column.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
ALTER TABLE tag RENAME TO label;
ALTER TABLE label ADD COLUMN colour INTEGER NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX ux_label_code ON label (code);

-- migrate:down
DROP INDEX ux_label_code;
ALTER TABLE label DROP COLUMN colour;
ALTER TABLE label RENAME TO tag;
