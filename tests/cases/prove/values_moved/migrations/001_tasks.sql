-- Tasks, letters and marks.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE task (id INTEGER PRIMARY KEY, title TEXT, owner TEXT, remark TEXT);
ALTER TABLE task ADD COLUMN place TEXT;
CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE letter (
    id INTEGER PRIMARY KEY,
    sender INTEGER NOT NULL REFERENCES person (id),
    recipient INTEGER NOT NULL REFERENCES person (id),
    sent DATE NOT NULL,
    read DATE
);
CREATE TABLE mark (
    name TEXT PRIMARY KEY,
    is_open INTEGER NOT NULL DEFAULT 1 CHECK (is_open IN (0, 1)),
    is_shown INTEGER NOT NULL DEFAULT 1 CHECK (is_shown IN (0, 1)),
    kind TEXT NOT NULL CHECK (kind IN ('low', 'high')),
    state TEXT NOT NULL CHECK (state IN ('low', 'high'))
) WITHOUT ROWID;

-- migrate:down
DROP TABLE mark;
DROP TABLE letter;
DROP TABLE person;
DROP TABLE task;
