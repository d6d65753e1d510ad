-- Give cities both back.
--
-- Revision ID: 005
-- Revises: 004

-- migrate:up
CREATE TABLE new (id INTEGER PRIMARY KEY, country TEXT REFERENCES country (code), size INTEGER CHECK (size > 0));
INSERT INTO new SELECT id, country, size FROM city;
DROP TABLE city;
ALTER TABLE new RENAME TO city;
CREATE INDEX ix_city_country ON city (country);

-- migrate:down irreversible
