-- All of them, in two parts.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE note_new (id INTEGER PRIMARY KEY, title TEXT, body TEXT);
INSERT INTO note_new (id, title) SELECT id, title FROM note ORDER BY id LIMIT 1000;
INSERT INTO note_new (id, title) SELECT id, title FROM note ORDER BY id LIMIT -1 OFFSET 1000;
DROP TABLE note;
ALTER TABLE note_new RENAME TO note;

-- migrate:down irreversible
