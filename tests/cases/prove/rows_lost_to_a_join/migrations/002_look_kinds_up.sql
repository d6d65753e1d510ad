-- A copy that looks its kinds up in the rows that it has.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE job_new (id INTEGER PRIMARY KEY, kind INTEGER REFERENCES kind (id), title TEXT, kind_name TEXT);
INSERT INTO job_new (id, kind, title, kind_name)
SELECT id, kind, title, (SELECT name FROM kind WHERE kind.id = job.kind) FROM job;
DROP TABLE job;
ALTER TABLE job_new RENAME TO job;

-- migrate:down irreversible
