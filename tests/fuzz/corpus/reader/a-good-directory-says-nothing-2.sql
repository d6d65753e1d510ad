-- Vacuum.
--
-- Note: takes long.

-- See https://example.org/vacuum.
-- Revision ID: 003
-- Revises: 002
-- Depends on:
-- Branch labels: main

-- migrate:up transaction:false
VACUUM;
-- migrate:down irreversible
-- Nothing to undo.
