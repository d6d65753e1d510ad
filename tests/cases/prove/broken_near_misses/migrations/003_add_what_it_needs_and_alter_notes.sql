-- Add what it needs and alter notes.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE TABLE future (id INTEGER PRIMARY KEY);
ALTER TABLE note ADD COLUMN author TEXT;
CREATE TABLE plain (id INTEGER);
DROP TABLE plain;

-- migrate:down
ALTER TABLE note DROP COLUMN author;
DROP TABLE future;
