-- Books on shelves.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE shelf (id INTEGER PRIMARY KEY, code TEXT UNIQUE);
CREATE TABLE book (
    id INTEGER PRIMARY KEY,
    title TEXT COLLATE NOCASE,
    pages INTEGER,
    sheets INTEGER GENERATED ALWAYS AS (pages / 2) STORED,
    shelf INTEGER REFERENCES shelf (id) DEFERRABLE INITIALLY DEFERRED,
    code TEXT UNIQUE ON CONFLICT REPLACE,
    mark TEXT,
    place TEXT,
    FOREIGN KEY (place) REFERENCES shelf (code) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (mark, place) ON CONFLICT IGNORE
);

-- migrate:down irreversible
