-- Add the shelf of a later book.
--
-- Revision ID: 005
-- Revises: 004

-- migrate:up
INSERT INTO shelf VALUES (5);

-- migrate:down
DELETE FROM shelf WHERE id = 5;
