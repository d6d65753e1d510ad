-- Refer to nothing.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
INSERT INTO book VALUES (2, NULL);

-- migrate:down
DELETE FROM book WHERE id = 2;
