-- Mail and what searches it.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE mail (id INTEGER PRIMARY KEY, head TEXT, body TEXT);
CREATE VIRTUAL TABLE mail_find USING fts5(head, body, content=mail, content_rowid=id);
CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT);
CREATE VIRTUAL TABLE note_find USING fts4(body, content="note");
CREATE VIRTUAL TABLE word USING fts5(body);
CREATE VIRTUAL TABLE words USING fts5vocab('word', 'row');
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT);
CREATE VIRTUAL TABLE place_find USING fts5(name, content='place', content_rowid='id');

-- migrate:down
DROP TABLE place_find;
DROP TABLE place;
DROP TABLE words;
DROP TABLE word;
DROP TABLE note_find;
DROP TABLE note;
DROP TABLE mail_find;
DROP TABLE mail;
