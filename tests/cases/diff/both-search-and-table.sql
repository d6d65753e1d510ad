-- A text search changes, and the table is renamed.
-- rebuilt: search
-- renamed: item from thing
-- ==== before
CREATE TABLE thing (
    id INTEGER PRIMARY KEY,
    name TEXT
);
CREATE VIRTUAL TABLE search USING fts5(name, content='thing', content_rowid='id');
-- ==== after
-- @renamed from=thing
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT
);
CREATE VIRTUAL TABLE search USING fts5(name, content='item', content_rowid='id', prefix='2');
-- ==== up
ALTER TABLE thing RENAME TO item;

-- Table search is rebuilt: it is `… fts5(name, content='item', content_rowid='id', prefix='2')`
-- instead of `… fts5(name, content='thing', content_rowid='id')`.
-- hazard table-rewritten: table search: all its rows are written anew
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5(name, content='item', content_rowid='id', prefix='2');
INSERT INTO search (search) VALUES ('rebuild');
-- ==== down
ALTER TABLE item RENAME TO thing;

-- Table search is rebuilt: it is `… fts5(name, content='thing', content_rowid='id')` instead of
-- `… fts5(name, content='item', content_rowid='id', prefix='2')`.
-- hazard table-rewritten: table search: all its rows are written anew
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5(name, content='thing', content_rowid='id');
INSERT INTO search (search) VALUES ('rebuild');
