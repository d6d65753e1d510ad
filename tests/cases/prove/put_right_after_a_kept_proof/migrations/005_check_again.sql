-- So is the check.
--
-- Revision ID: 005
-- Revises: 004

-- migrate:up
CREATE TABLE city_new (id INTEGER PRIMARY KEY, name TEXT, size INTEGER CHECK (size > 0), mayor TEXT);
DELETE FROM city WHERE size <= 0;
INSERT INTO city_new (id, name, size, mayor) SELECT id, name, size, mayor FROM city;
DROP TABLE city;
ALTER TABLE city_new RENAME TO city;
CREATE INDEX ix_city_name ON city (name);

-- migrate:down irreversible
