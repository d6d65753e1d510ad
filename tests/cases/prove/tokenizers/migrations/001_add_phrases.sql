-- Add phrases.
--
-- Revision ID: 001
-- Revises: 

-- headway:allow drop-table tests
-- migrate:up
CREATE VIRTUAL TABLE phrase USING fts5(body, tokenize = 'Stemmer en 2');
INSERT INTO phrase VALUES ('one word');
CREATE TABLE hit AS SELECT rowid AS phrase FROM phrase WHERE phrase MATCH 'word';

-- migrate:down
DROP TABLE hit;
DROP TABLE phrase;
