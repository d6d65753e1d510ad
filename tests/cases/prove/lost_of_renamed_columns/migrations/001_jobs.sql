-- Jobs of owners.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE owner (id INTEGER PRIMARY KEY);
CREATE TABLE job (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL UNIQUE,
    owner INTEGER REFERENCES owner (id) ON DELETE CASCADE,
    size INTEGER CHECK (size > 0),
    mark TEXT
);
CREATE UNIQUE INDEX ux_job_mark ON job (mark);

-- migrate:down irreversible
