-- The index is made again.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
CREATE INDEX ix_city_name ON city (name);

-- migrate:down irreversible
