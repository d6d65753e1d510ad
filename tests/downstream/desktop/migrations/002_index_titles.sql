-- Index titles.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE INDEX ix_note_title ON note (title);

-- migrate:down
DROP INDEX ix_note_title;
