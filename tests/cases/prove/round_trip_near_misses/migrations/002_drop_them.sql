-- Drop them; the down section has words of its own.
--
-- headway:allow drop-table they are empty
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
DROP VIEW lent_book;
DROP TABLE book;
DROP TABLE shelf;

-- migrate:down
CREATE TABLE shelf (id INTEGER PRIMARY KEY, width INTEGER);
CREATE TABLE book (
    id INTEGER PRIMARY KEY,
    title TEXT,
    shelf INTEGER REFERENCES shelf,
    lent BOOLEAN NOT NULL DEFAULT 0,
    pages INTEGER DEFAULT 0 NULL,
    CHECK (pages >= 0)
);
CREATE INDEX ix_book_title ON book (title) WHERE lent = 0;
CREATE VIEW lent_book AS SELECT id FROM book WHERE lent != 0 ORDER BY title;
