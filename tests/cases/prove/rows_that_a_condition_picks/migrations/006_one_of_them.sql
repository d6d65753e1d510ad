-- One reader goes.
--
-- Revision ID: 006
-- Revises: 005

-- migrate:up
DELETE FROM reader WHERE id = 7;

-- migrate:down irreversible
