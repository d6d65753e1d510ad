-- Step 002.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
VACUUM;
VACUUM INTO 'copy.db';
PRAGMA user_version = 3;

-- migrate:down irreversible
