-- All stay in the old one, and those with a title are in the new one too.
--
-- Revision ID: 005
-- Revises: 004

-- migrate:up
DROP INDEX ix_task_title;
ALTER TABLE task RENAME TO task_archive;
CREATE TABLE task (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT);
INSERT INTO task (id, title) SELECT id, title FROM task_archive WHERE title IS NOT NULL;
DELETE FROM sqlite_sequence WHERE name = 'task';
INSERT INTO sqlite_sequence (name, seq) SELECT 'task', seq FROM sqlite_sequence WHERE name = 'task_archive';

-- migrate:down irreversible
