-- Add a kind that is none.
--
-- Revision ID: 012
-- Revises: 011

-- migrate:up
ALTER TABLE doc ADD COLUMN kind TEXT DEFAULT 'x' CHECK (kind IN ('a', 'b'));

-- migrate:down irreversible
