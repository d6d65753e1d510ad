-- Where they lie.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
ALTER TABLE boat ADD COLUMN berth TEXT;

-- migrate:down irreversible
