-- Outside of a transaction PRAGMA is permitted, as far as it is alone.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up transaction:false
PRAGMA journal_mode = WAL;

-- migrate:down irreversible
