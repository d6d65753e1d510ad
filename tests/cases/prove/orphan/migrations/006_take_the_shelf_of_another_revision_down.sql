-- Take the shelf of another revision down.
--
-- Revision ID: 006
-- Revises: 005

-- migrate:up
INSERT INTO book VALUES (6, 5);

-- migrate:down
DELETE FROM book WHERE id = 6;
DELETE FROM shelf WHERE id = 5;
