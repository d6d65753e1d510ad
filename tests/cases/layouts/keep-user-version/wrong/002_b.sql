-- Tidy up.
--
-- Revision ID: 002
-- Revises: 001
-- User version: 3

-- migrate:up transaction:false
VACUUM;
-- migrate:down irreversible
