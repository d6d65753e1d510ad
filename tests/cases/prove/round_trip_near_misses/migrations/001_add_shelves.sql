-- Add shelves and books.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE shelf (id INTEGER PRIMARY KEY, width INTEGER DEFAULT NULL);
CREATE TABLE book (
    id INTEGER PRIMARY KEY ASC,
    title TEXT NULL COLLATE BINARY,
    shelf INTEGER REFERENCES shelf (id) ON DELETE NO ACTION,
    lent BOOLEAN NOT NULL DEFAULT FALSE,
    pages INTEGER DEFAULT (0),
    CHECK ((pages >= 0))
);
CREATE INDEX ix_book_title ON book (title ASC) WHERE lent = FALSE;
CREATE VIEW lent_book AS SELECT id FROM book WHERE lent <> FALSE ORDER BY title ASC;

-- migrate:down
DROP VIEW lent_book;
DROP TABLE book;
DROP TABLE shelf;
