-- The program makes the search anew.
--
-- Revision ID: 005
-- Revises: 004

-- headway:allow stale-search the program rebuilds it at each start
-- migrate:up
CREATE TABLE passage_new (name TEXT PRIMARY KEY, body TEXT);
INSERT INTO passage_new (name, body) SELECT name, upper(body) FROM passage;
DROP TABLE passage;
ALTER TABLE passage_new RENAME TO passage;

-- migrate:down irreversible
