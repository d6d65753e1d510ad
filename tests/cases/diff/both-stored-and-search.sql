-- A stored column is added, and a text search changes.
-- rebuilt: item, search
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT
);
CREATE VIRTUAL TABLE search USING fts5(name, content='item', content_rowid='id');
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    low TEXT AS (lower(name)) STORED
);
CREATE VIRTUAL TABLE search USING fts5(name, content='item', content_rowid='id', prefix='2');
-- ==== up
-- Table item is rebuilt: column low is added.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    low TEXT AS (lower(name)) STORED
);
INSERT INTO item_new (id, name)
SELECT id, name FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;

-- Table search is rebuilt: it is `… content_rowid='id', prefix='2')` instead of
-- `… content_rowid='id')`.
-- hazard table-rewritten: table search: all its rows are written anew
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5(name, content='item', content_rowid='id', prefix='2');
INSERT INTO search (search) VALUES ('rebuild');
-- ==== down
-- hazard table-rewritten: table item: all its rows are written anew
ALTER TABLE item DROP COLUMN low;

-- Table search is rebuilt: it is `… content_rowid='id')` instead of
-- `… content_rowid='id', prefix='2')`.
-- hazard table-rewritten: table search: all its rows are written anew
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5(name, content='item', content_rowid='id');
INSERT INTO search (search) VALUES ('rebuild');
