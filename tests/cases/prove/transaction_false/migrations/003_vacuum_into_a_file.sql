-- Vacuum into a file.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up transaction:false
VACUUM INTO 'backup.db';

-- migrate:down irreversible
