-- Delete what stays.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
DELETE FROM entry;

-- migrate:down irreversible
