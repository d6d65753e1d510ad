-- A join that keeps jobs without a kind.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE TABLE job_new (id INTEGER PRIMARY KEY, kind INTEGER REFERENCES kind (id), title TEXT, kind_name TEXT, rank INTEGER);
INSERT INTO job_new (id, kind, title, kind_name)
SELECT job.id, job.kind, job.title, coalesce(kind.name, job.kind_name) FROM job LEFT JOIN kind ON kind.id = job.kind;
DROP TABLE job;
ALTER TABLE job_new RENAME TO job;

-- migrate:down irreversible
