-- Rename.
--
-- Revision ID: 005
-- Revises: 004

-- migrate:up
ALTER TABLE owner_new RENAME TO owner;

-- migrate:down irreversible
