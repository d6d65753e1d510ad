-- Step 004.
--
-- Revision ID: 004
-- Revises: 001

-- migrate:up
CREATE UNIQUE INDEX Notes ON "order item" (NOTE);

-- migrate:down irreversible
