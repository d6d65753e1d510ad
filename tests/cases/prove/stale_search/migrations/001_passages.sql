-- Passages, letters, and searches over them.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE passage (name TEXT PRIMARY KEY, body TEXT);
CREATE VIRTUAL TABLE passage_find USING fts5(body, content=passage);
CREATE TABLE letter (key INTEGER PRIMARY KEY, name TEXT UNIQUE, body TEXT);
CREATE VIRTUAL TABLE letter_find USING fts4(body, content="letter");
CREATE TABLE page (id INTEGER PRIMARY KEY, head TEXT, foot TEXT);
CREATE VIRTUAL TABLE page_find USING fts5(head, foot, content='page', content_rowid='id');
CREATE TRIGGER page_in AFTER INSERT ON page BEGIN
    INSERT INTO page_find (rowid, head, foot) VALUES (new.id, new.head, new.foot);
END;

-- migrate:down
DROP TABLE page_find;
DROP TABLE page;
DROP TABLE letter_find;
DROP TABLE letter;
DROP TABLE passage_find;
DROP TABLE passage;
