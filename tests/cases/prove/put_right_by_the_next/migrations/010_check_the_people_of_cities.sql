-- Check the people of cities.
--
-- Revision ID: 010
-- Revises: 009

-- migrate:up
CREATE TABLE new (id INTEGER PRIMARY KEY, country TEXT REFERENCES country (code), people INTEGER CHECK (people > 0));
DELETE FROM city WHERE people <= 0;
INSERT INTO new (id, country, people) SELECT id, country, people FROM city;
DROP TABLE city;
ALTER TABLE new RENAME TO city;
CREATE INDEX ix_city_country ON city (country);

-- migrate:down irreversible
