-- Step 002.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
UPDATE part SET itemid = itemid;
UPDATE "order item" SET "item id" = 2;
CREATE TABLE Other (A);

-- migrate:down irreversible
