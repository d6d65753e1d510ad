-- Misspelled.
--
-- Revision ID: 003
-- Revises: 001

-- migrate:up
-- What follows
-- is misspelled.
CREATE TABEL tag (id INTEGER);

-- migrate:down
DROP TABLE tag;
