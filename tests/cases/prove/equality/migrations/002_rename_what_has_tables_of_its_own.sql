-- Rename what has tables of its own.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
ALTER TABLE doc_index RENAME TO search;
ALTER TABLE place RENAME TO area;

-- migrate:down
ALTER TABLE search RENAME TO doc_index;
ALTER TABLE area RENAME TO place;
