-- Count cents.
--
-- Revision ID: 008
-- Revises: 007

-- migrate:up
ALTER TABLE item ADD COLUMN cents INTEGER NOT NULL DEFAULT 0;
UPDATE item SET cents = coalesce(CAST(round(price * 100) AS INTEGER), 0);

-- migrate:down irreversible
