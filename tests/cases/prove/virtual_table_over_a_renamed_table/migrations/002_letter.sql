-- The table has another name, and a search over it, which is filled at once.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
ALTER TABLE mail RENAME TO letter;
CREATE VIRTUAL TABLE letter_find USING fts5(body, content=letter, content_rowid=id);
INSERT INTO letter_find (letter_find) VALUES ('rebuild');

-- migrate:down
DROP TABLE letter_find;
ALTER TABLE letter RENAME TO mail;
