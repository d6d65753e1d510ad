-- It goes out of the way and comes back.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
ALTER TABLE task RENAME TO task_away;
ALTER TABLE task_away RENAME TO task;

-- migrate:down irreversible
