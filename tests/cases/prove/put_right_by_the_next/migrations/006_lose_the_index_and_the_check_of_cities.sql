-- Lose the index and the check of cities.
--
-- Revision ID: 006
-- Revises: 005

-- migrate:up
CREATE TABLE new (id INTEGER PRIMARY KEY, country TEXT REFERENCES country (code), size INTEGER);
INSERT INTO new SELECT id, country, size FROM city;
DROP TABLE city;
ALTER TABLE new RENAME TO city;

-- migrate:down irreversible
