-- Move a book to no shelf.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
INSERT INTO shelf VALUES (2);
INSERT INTO book VALUES (2, 2);
UPDATE book SET shelf = 3 WHERE id = 2;

-- migrate:down
DELETE FROM book WHERE id = 2;
DELETE FROM shelf WHERE id = 2;
