-- Lower names that differ in case.
--
-- Revision ID: 012
-- Revises: 011

-- migrate:up
CREATE TABLE word (name TEXT NOT NULL UNIQUE);
INSERT INTO word SELECT * FROM (SELECT lower(title) FROM song);

-- migrate:down
DROP TABLE word;
