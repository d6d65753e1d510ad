-- Books.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE book (id INTEGER PRIMARY KEY);
COMMIT;

-- migrate:down
ATTACH 'other.db' AS other;
DROP TABLE book;
