-- Delete readers.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
DELETE FROM reader;

-- migrate:down irreversible
