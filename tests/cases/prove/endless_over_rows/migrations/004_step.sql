-- Step 004.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
INSERT INTO folder (parent) VALUES (NULL);

-- migrate:down irreversible
