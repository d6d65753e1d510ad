-- A table gets another name, and a table of another kind takes the old one.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
ALTER TABLE job RENAME TO task;
CREATE TABLE job (id INTEGER PRIMARY KEY, name TEXT);

-- migrate:down irreversible
