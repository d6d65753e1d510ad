-- Add an index.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up transaction:false
PRAGMA page_size = 8192;
VACUUM;

-- migrate:down transaction:false
-- PRAGMA page_size = 4096;
