-- Search them.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE INDEX ix_boat_name ON boat (name);

-- migrate:down irreversible
