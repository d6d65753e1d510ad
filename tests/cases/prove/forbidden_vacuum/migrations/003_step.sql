-- Step 003.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up transaction:false
VACUUM;


-- migrate:down irreversible

