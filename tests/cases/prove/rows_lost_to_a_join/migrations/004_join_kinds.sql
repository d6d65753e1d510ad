-- A join that drops them.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
CREATE TABLE job_new (id INTEGER PRIMARY KEY, kind INTEGER REFERENCES kind (id), title TEXT, kind_name TEXT, rank INTEGER);
INSERT INTO job_new (id, kind, title, kind_name, rank)
SELECT job.id, job.kind, job.title, kind.name, job.rank FROM job JOIN kind ON kind.id = job.kind;
DROP TABLE job;
ALTER TABLE job_new RENAME TO job;

-- migrate:down irreversible
