-- Rowids are kept, and the search is made anew without a word in it.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
DROP TABLE page_find;
CREATE TABLE page_new (id INTEGER PRIMARY KEY, head TEXT, foot TEXT, size INTEGER);
INSERT INTO page_new (id, head, foot) SELECT id, head, foot FROM page;
DROP TABLE page;
ALTER TABLE page_new RENAME TO page;
CREATE VIRTUAL TABLE page_find USING fts5(head, foot, content='page', content_rowid='id');
CREATE TRIGGER page_in AFTER INSERT ON page BEGIN
    INSERT INTO page_find (rowid, head, foot) VALUES (new.id, new.head, new.foot);
END;

-- migrate:down irreversible
