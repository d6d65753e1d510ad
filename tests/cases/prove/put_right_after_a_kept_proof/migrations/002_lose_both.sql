-- The index and the check go with the old table.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE city_new (id INTEGER PRIMARY KEY, name TEXT, size INTEGER, mayor TEXT);
INSERT INTO city_new (id, name, size) SELECT id, name, size FROM city;
DROP TABLE city;
ALTER TABLE city_new RENAME TO city;

-- migrate:down irreversible
