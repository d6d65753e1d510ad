-- Rename what refers.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
ALTER TABLE shelf RENAME TO board;
ALTER TABLE book RENAME COLUMN shelf TO board;
INSERT INTO book VALUES (3, 1);

-- migrate:down
DELETE FROM book WHERE id = 3;
ALTER TABLE book RENAME COLUMN board TO shelf;
ALTER TABLE board RENAME TO shelf;
