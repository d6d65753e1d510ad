-- Jobs, by an index.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE job (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT, owner TEXT UNIQUE);
CREATE INDEX ix_job_title ON job (title);

-- migrate:down irreversible
