-- Add notes to FTS4.
--
-- Revision ID: 003
-- Revises: 

-- headway:allow drop-table tests
-- migrate:up
CREATE VIRTUAL TABLE note USING fts4(body, tokenize=stemmer "en");
INSERT INTO note VALUES ('one word');

-- migrate:down
DROP TABLE note;
