-- Join the name of the author, whom no made up note has.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
CREATE TABLE new (id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL, author TEXT NOT NULL);
INSERT INTO new SELECT note.id, title, body, author.name FROM note JOIN author ON author.id = note.author;
DROP TABLE note;
ALTER TABLE new RENAME TO note;

-- migrate:down irreversible
