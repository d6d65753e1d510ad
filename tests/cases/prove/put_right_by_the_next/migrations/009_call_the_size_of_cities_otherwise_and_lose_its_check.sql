-- Call the size of cities otherwise, and lose its check.
--
-- Revision ID: 009
-- Revises: 008

-- migrate:up
CREATE TABLE new (id INTEGER PRIMARY KEY, country TEXT REFERENCES country (code), people INTEGER);
INSERT INTO new (id, country, people) SELECT id, country, size FROM city;
DROP TABLE city;
ALTER TABLE new RENAME TO city;
CREATE INDEX ix_city_country ON city (country);

-- migrate:down irreversible
