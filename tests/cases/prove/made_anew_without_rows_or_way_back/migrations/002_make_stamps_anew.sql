-- Make stamps anew, and give letters up, of which `irreversible` knows.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
DROP TABLE letter;
DROP TABLE stamp;
CREATE TABLE stamp (id INTEGER PRIMARY KEY, country TEXT, worth INTEGER);

-- migrate:down irreversible
