-- Tasks.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE task (
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

-- migrate:down
DROP TABLE task;
