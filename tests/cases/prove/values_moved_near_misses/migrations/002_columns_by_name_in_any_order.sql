-- Columns that are named, in whatever order, with other types.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE task_new (
    id INTEGER PRIMARY KEY,
    place TEXT,
    owner TEXT,
    title TEXT,
    sort_title TEXT,
    weight TEXT,
    pages REAL NOT NULL DEFAULT 0,
    is_shown INTEGER NOT NULL DEFAULT 0 CHECK (is_shown IN (0, 1)),
    is_open INTEGER NOT NULL DEFAULT 1 CHECK (is_open IN (0, 1)),
    created TEXT NOT NULL DEFAULT '2001-01-01',
    changed TEXT
);
INSERT INTO task_new (title, id, owner, place, sort_title, pages, weight, is_open, is_shown, created, changed)
SELECT title, id, owner, place, sort_title, pages, weight, is_open, is_shown, created, changed FROM task;
DROP TABLE task;
ALTER TABLE task_new RENAME TO task;

-- migrate:down
CREATE TABLE task_old (
    id INTEGER PRIMARY KEY,
    title TEXT,
    sort_title TEXT,
    owner TEXT,
    place TEXT,
    pages INTEGER NOT NULL DEFAULT 0,
    weight REAL,
    is_open INTEGER NOT NULL DEFAULT 1 CHECK (is_open IN (0, 1)),
    is_shown INTEGER NOT NULL DEFAULT 0 CHECK (is_shown IN (0, 1)),
    created TEXT NOT NULL DEFAULT '2001-01-01',
    changed TEXT
);
INSERT INTO task_old
SELECT id, title, sort_title, owner, place, pages, weight, is_open, is_shown, created, changed FROM task;
DROP TABLE task;
ALTER TABLE task_old RENAME TO task;
