-- Delete what a trigger may keep.
--
-- Revision ID: 011
-- Revises: 010

-- migrate:up
DELETE FROM entry WHERE id > 0;

-- migrate:down irreversible
