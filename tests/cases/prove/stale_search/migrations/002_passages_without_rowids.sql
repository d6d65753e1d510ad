-- A copy without rowids.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE passage_new (name TEXT PRIMARY KEY, body TEXT, tone TEXT);
INSERT INTO passage_new (name, body) SELECT name, body FROM passage ORDER BY name DESC;
DROP TABLE passage;
ALTER TABLE passage_new RENAME TO passage;

-- migrate:down irreversible
