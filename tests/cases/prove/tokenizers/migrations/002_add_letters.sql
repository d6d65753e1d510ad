-- Add letters, behind porter.
--
-- Revision ID: 002
-- Revises: 

-- headway:allow drop-table tests
-- migrate:up
CREATE VIRTUAL TABLE letter USING fts5(body, tokenize = "porter German 'x'");

-- migrate:down
DROP TABLE letter;
