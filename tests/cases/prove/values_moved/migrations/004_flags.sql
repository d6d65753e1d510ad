-- Flags and kinds that hold nothing but what their neighbours hold.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
CREATE TABLE mark_new (
    name TEXT PRIMARY KEY,
    state TEXT NOT NULL CHECK (state IN ('low', 'high')),
    kind TEXT NOT NULL CHECK (kind IN ('low', 'high')),
    is_shown INTEGER NOT NULL DEFAULT 1 CHECK (is_shown IN (0, 1)),
    is_open INTEGER NOT NULL DEFAULT 1 CHECK (is_open IN (0, 1))
) WITHOUT ROWID;
INSERT INTO mark_new SELECT name, kind, state, is_open, is_shown FROM mark;
DROP TABLE mark;
ALTER TABLE mark_new RENAME TO mark;

-- migrate:down irreversible
