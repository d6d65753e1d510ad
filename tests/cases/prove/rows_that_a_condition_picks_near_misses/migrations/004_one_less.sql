-- Where there is something it is less.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
UPDATE stock SET pieces = pieces - 1 WHERE pieces > 0;

-- migrate:down irreversible
