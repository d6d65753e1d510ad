-- Copy.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
INSERT INTO owner_new SELECT id, mail, NULL FROM owner;

-- migrate:down irreversible
