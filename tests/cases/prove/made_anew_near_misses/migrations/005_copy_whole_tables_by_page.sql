-- Copy whole tables by page.
--
-- Revision ID: 005
-- Revises: 004

-- migrate:up
CREATE TABLE new (name TEXT);
INSERT INTO new SELECT * FROM plain;
DROP TABLE plain;
CREATE TABLE plain (name TEXT);
INSERT INTO plain SELECT * FROM new;
DROP TABLE new;
CREATE TABLE IF NOT EXISTS note (id INTEGER);

-- migrate:down
SELECT 1;
