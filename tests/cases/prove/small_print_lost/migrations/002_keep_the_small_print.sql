-- A rebuild that keeps all that its columns and constraints say.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE book_new (
    id INTEGER PRIMARY KEY,
    title TEXT COLLATE NOCASE,
    pages INTEGER,
    sheets INTEGER GENERATED ALWAYS AS (pages / 2) STORED,
    shelf INTEGER REFERENCES shelf (id) DEFERRABLE INITIALLY DEFERRED,
    code TEXT UNIQUE ON CONFLICT REPLACE,
    mark TEXT,
    place TEXT,
    remark TEXT,
    FOREIGN KEY (place) REFERENCES shelf (code) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (mark, place) ON CONFLICT IGNORE
);
INSERT INTO book_new (id, title, pages, shelf, code, mark, place) SELECT id, title, pages, shelf, code, mark, place FROM book;
DROP TABLE book;
ALTER TABLE book_new RENAME TO book;

-- migrate:down irreversible
