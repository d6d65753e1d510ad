-- The newest ones, more than the proof makes up.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
CREATE TABLE note_new (id INTEGER PRIMARY KEY, title TEXT, body TEXT, mark TEXT, place TEXT);
INSERT INTO note_new (id, title, body, mark) SELECT id, title, body, mark FROM note ORDER BY id DESC LIMIT 1000;
DROP TABLE note;
ALTER TABLE note_new RENAME TO note;

-- migrate:down irreversible
