-- The old table is kept beside the new one, with all that it had.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
ALTER TABLE job RENAME TO job_before;
CREATE TABLE job (id INTEGER PRIMARY KEY AUTOINCREMENT, owner TEXT, title TEXT);
INSERT INTO job SELECT * FROM job_before;

-- migrate:down irreversible
