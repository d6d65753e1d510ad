-- Step 001.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE folder (id INTEGER PRIMARY KEY, parent INTEGER, depth INTEGER);

-- migrate:down irreversible
