-- Step 005.
--
-- Revision ID: 005
-- Revises: 001

-- migrate:up
CREATE TABLE Extra (A);
ALTER TABLE "order item" RENAME TO Items;
DELETE FROM part;
DROP TABLE items;
CREATE TABLE More (A);

-- migrate:down irreversible
