-- Leave a book when going down.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
INSERT INTO shelf VALUES (4);
INSERT INTO book VALUES (4, 4);

-- migrate:down
DELETE FROM shelf WHERE id = 4;
