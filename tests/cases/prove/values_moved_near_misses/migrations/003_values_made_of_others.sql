-- Values that are made of those of other columns, which stay where they are.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE TABLE task_new (
    id INTEGER PRIMARY KEY,
    title TEXT,
    sort_title TEXT,
    owner TEXT,
    place TEXT NOT NULL,
    pages INTEGER NOT NULL DEFAULT 0,
    weight REAL NOT NULL,
    is_open INTEGER NOT NULL DEFAULT 1 CHECK (is_open IN (0, 1)),
    is_shown INTEGER NOT NULL DEFAULT 0 CHECK (is_shown IN (0, 1)),
    created TEXT NOT NULL DEFAULT '2001-01-01',
    changed TEXT NOT NULL
);
INSERT INTO task_new
SELECT id, title, lower(title), owner, coalesce(place, ''), max(pages, 0), coalesce(weight, pages), is_open,
    is_open, created, coalesce(changed, created)
FROM task;
DROP TABLE task;
ALTER TABLE task_new RENAME TO task;

-- migrate:down irreversible
