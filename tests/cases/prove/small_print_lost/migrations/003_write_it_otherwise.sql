-- The same in other words.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE TABLE book_new (
    id INTEGER PRIMARY KEY,
    title TEXT COLLATE NOCASE,
    pages INTEGER,
    sheets INTEGER AS (pages / 2) STORED,
    shelf INTEGER,
    code TEXT UNIQUE ON CONFLICT REPLACE,
    mark TEXT,
    place TEXT,
    remark TEXT,
    CONSTRAINT stands FOREIGN KEY (shelf) REFERENCES shelf (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (place) REFERENCES shelf (code) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (mark, place) ON CONFLICT IGNORE
);
INSERT INTO book_new (id, title, pages, shelf, code, mark, place, remark) SELECT id, title, pages, shelf, code, mark, place, remark FROM book;
DROP TABLE book;
ALTER TABLE book_new RENAME TO book;

-- migrate:down irreversible
