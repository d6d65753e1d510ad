-- Step 003.
--
-- Revision ID: 003
-- Revises: 001

-- migrate:up
UPDATE "order item" SET note = "user_name";

-- migrate:down irreversible
