-- Others get other names, and lose what they had.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE TABLE job_new (
    id INTEGER PRIMARY KEY,
    title TEXT,
    owner INTEGER,
    size INTEGER,
    mark TEXT
);
INSERT INTO job_new (id, title, owner, size, mark) SELECT id, name, owner_id, pages, mark FROM job;
DROP TABLE job;
ALTER TABLE job_new RENAME TO job;
CREATE INDEX ux_job_mark ON job (mark);

-- migrate:down irreversible
