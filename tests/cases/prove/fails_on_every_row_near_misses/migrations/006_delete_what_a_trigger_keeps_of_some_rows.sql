-- Delete what a trigger keeps of some rows.
--
-- Revision ID: 006
-- Revises: 005

-- migrate:up
DELETE FROM entry;

-- migrate:down irreversible
