-- A part of them; all are in an archive.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE TABLE archive (id INTEGER PRIMARY KEY, title TEXT, body TEXT);
INSERT INTO archive SELECT id, title, body FROM note;
CREATE TABLE note_new (id INTEGER PRIMARY KEY, title TEXT, body TEXT, mark TEXT);
INSERT INTO note_new (id, title, body) SELECT id, title, body FROM note ORDER BY id DESC LIMIT 1000;
DROP TABLE note;
ALTER TABLE note_new RENAME TO note;

-- migrate:down irreversible
