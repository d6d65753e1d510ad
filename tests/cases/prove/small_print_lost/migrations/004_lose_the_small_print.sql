-- A rebuild that forgets it.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
CREATE TABLE book_new (
    id INTEGER PRIMARY KEY,
    title TEXT,
    pages INTEGER,
    sheets INTEGER,
    shelf INTEGER REFERENCES shelf (id),
    code TEXT UNIQUE,
    mark TEXT,
    place TEXT,
    remark TEXT,
    FOREIGN KEY (place) REFERENCES shelf (code),
    UNIQUE (mark, place)
);
INSERT INTO book_new (id, title, pages, shelf, code, mark, place, sheets, remark) SELECT id, title, pages, shelf, code, mark, place, sheets, remark FROM book;
DROP TABLE book;
ALTER TABLE book_new RENAME TO book;

-- migrate:down irreversible
