-- Tables that others read go.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
ALTER TABLE word RENAME TO term;
DROP TABLE place;
CREATE VIRTUAL TABLE city_find USING fts5(name, content='city');

-- migrate:down irreversible
