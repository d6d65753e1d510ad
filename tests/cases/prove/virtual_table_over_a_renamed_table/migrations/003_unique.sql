-- What comes behind is proven over made-up rows as ever.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE UNIQUE INDEX letter_body ON letter (body);
ALTER TABLE letter ADD COLUMN author TEXT NOT NULL;

-- migrate:down
ALTER TABLE letter DROP COLUMN author;
DROP INDEX letter_body;
