-- Add countries and cities.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE country (id INTEGER PRIMARY KEY, code TEXT NOT NULL);
CREATE UNIQUE INDEX ux_country_code ON country (code);
CREATE TABLE city (id INTEGER PRIMARY KEY, country TEXT REFERENCES country (code), size INTEGER CHECK (size > 0));
CREATE INDEX ix_city_country ON city (country);

-- migrate:down
DROP TABLE city;
DROP TABLE country;
