-- Keep verses of their own, which are found without another table.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE VIRTUAL TABLE verse USING fts5(words);
INSERT INTO verse SELECT words FROM hymn;
ALTER TABLE hymn ADD COLUMN tune TEXT NOT NULL DEFAULT '';

-- migrate:down
ALTER TABLE hymn DROP COLUMN tune;
DROP TABLE verse;
