-- Vacuum.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up transaction:false
VACUUM;

-- migrate:down irreversible
