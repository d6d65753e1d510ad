-- Put a book on no shelf.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
INSERT INTO book VALUES (1, 1);

-- migrate:down
DELETE FROM book WHERE id = 1;
