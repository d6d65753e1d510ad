-- Add a computed column.
--
-- Revision ID: 014
-- Revises: 013

-- migrate:up
ALTER TABLE doc ADD COLUMN g INTEGER NOT NULL AS (json_extract(data, '$.x')) VIRTUAL;

-- migrate:down irreversible
