-- Step 005.
--
-- Revision ID: 005
-- Revises: 004a, 004b

-- migrate:up


-- migrate:down

