-- Columns get other names by a copy, and keep what they had.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE job_new (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    owner_id INTEGER REFERENCES owner (id) ON DELETE CASCADE,
    pages INTEGER CHECK (pages > 0),
    mark TEXT
);
INSERT INTO job_new (id, name, owner_id, pages, mark) SELECT j.id, j.title, "owner", size AS pages, mark FROM job AS j;
DROP TABLE job;
ALTER TABLE job_new RENAME TO job;
CREATE UNIQUE INDEX ux_job_mark ON job (mark);

-- migrate:down irreversible
