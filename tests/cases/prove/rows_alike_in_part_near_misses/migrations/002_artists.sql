-- One city is picked for each artist.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE artist (name TEXT PRIMARY KEY NOT NULL, city TEXT);
INSERT INTO artist (name, city) SELECT artist, max(city) FROM item WHERE artist IS NOT NULL GROUP BY artist;
CREATE TABLE tag (name TEXT PRIMARY KEY NOT NULL);
INSERT INTO tag (name) SELECT DISTINCT each.value FROM item, json_each(item.tags) AS each WHERE each.value IS NOT NULL;

-- migrate:down irreversible
