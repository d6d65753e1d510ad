-- Tidy up.
--
-- Revision ID: 001
-- Revises:

-- migrate:up transaction:false
VACUUM;

-- migrate:down irreversible
