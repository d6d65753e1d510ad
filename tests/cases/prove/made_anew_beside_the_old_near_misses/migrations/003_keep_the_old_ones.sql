-- The old table is kept beside the new one, which has all that it had.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
ALTER TABLE task RENAME TO task_before;
CREATE TABLE task (id INTEGER PRIMARY KEY AUTOINCREMENT, owner TEXT UNIQUE, title TEXT);
INSERT INTO task (id, title, owner) SELECT id, title, owner FROM task_before;
DELETE FROM sqlite_sequence WHERE name = 'task';
INSERT INTO sqlite_sequence (name, seq) SELECT 'task', seq FROM sqlite_sequence WHERE name = 'task_before';
DROP INDEX ix_job_title;
CREATE INDEX ix_task_title ON task (title);

-- migrate:down irreversible
