-- Step 007.
--
-- Revision ID: 007
-- Revises: 006a, 006b

-- migrate:up


-- migrate:down

