-- Insert the parent later.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
INSERT INTO book VALUES (1, 1);
INSERT INTO shelf VALUES (1);

-- migrate:down
DELETE FROM shelf WHERE id = 1;
DELETE FROM book WHERE id = 1;
