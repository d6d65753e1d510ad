-- Cities.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE city (id INTEGER PRIMARY KEY, name TEXT, size INTEGER CHECK (size > 0));
CREATE INDEX ix_city_name ON city (name);

-- migrate:down irreversible
