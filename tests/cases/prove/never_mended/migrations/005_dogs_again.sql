-- Another key of dogs, but none of owners.
--
-- Revision ID: 005
-- Revises: 004

-- migrate:up
ALTER TABLE dog ADD COLUMN owner_new INTEGER REFERENCES owner_new (id);

-- migrate:down irreversible
