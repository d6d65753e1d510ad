-- Give all users one number.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
UPDATE OR ROLLBACK user SET id = 1;

-- migrate:down irreversible
