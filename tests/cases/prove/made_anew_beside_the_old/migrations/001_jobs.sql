-- Jobs, by an index and a trigger.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE done (job INTEGER);
CREATE TABLE job (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT, owner TEXT UNIQUE);
CREATE INDEX ix_job_title ON job (title);
CREATE TRIGGER job_done AFTER DELETE ON job BEGIN INSERT INTO done VALUES (old.id); END;

-- migrate:down irreversible
