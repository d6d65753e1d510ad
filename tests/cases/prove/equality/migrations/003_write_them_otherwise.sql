-- Write them otherwise in the down section.
--
-- Revision ID: 003
-- Revises: 002

-- headway:allow drop-table they are empty
-- migrate:up
DROP TABLE area;
DROP TABLE search;
DROP VIEW titles;
DROP TABLE doc;

-- migrate:down
create table if not exists "doc_new" (
    [id] integer primary key, -- a comment
    `title` Text default 'Foo',
    "body" varchar ( 10 ) NOT NULL DEFAULT '' collate nocase
);
ALTER TABLE doc_new RENAME TO doc;
CREATE INDEX IF NOT EXISTS "ix_doc_title" ON doc(title desc);
CREATE TRIGGER IF NOT EXISTS tr_doc AFTER DELETE ON doc
BEGIN
    DELETE FROM "doc" WHERE title = 'a;b'; /* which is a string */
END;
CREATE VIEW "titles" AS SELECT "title" FROM doc;
CREATE VIRTUAL TABLE search USING fts5(title, body, content='doc', content_rowid='id');
CREATE VIRTUAL TABLE area USING rtree(id, west, east);
