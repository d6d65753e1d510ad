-- So do those who left long ago.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
DELETE FROM reader WHERE left_at < '2020-01-01';

-- migrate:down irreversible
