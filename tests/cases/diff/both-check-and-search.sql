-- A check is added, and a text search changes.
-- rebuilt: item, search
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    n INTEGER
);
CREATE VIRTUAL TABLE search USING fts5(name, content='item', content_rowid='id');
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    n INTEGER CHECK (n < 100)
);
CREATE VIRTUAL TABLE search USING fts5(name, content='item', content_rowid='id', prefix='2');
-- ==== up
-- Table item is rebuilt: column n is `n INTEGER CHECK (n < 100)` instead of `n INTEGER`.
-- hazard constraint: table item: a row that breaks CHECK (n < 100) makes the migration fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    n INTEGER CHECK (n < 100)
);
INSERT INTO item_new (id, name, n)
SELECT id, name, n FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;

-- Table search is rebuilt: it is `… content_rowid='id', prefix='2')` instead of
-- `… content_rowid='id')`.
-- hazard table-rewritten: table search: all its rows are written anew
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5(name, content='item', content_rowid='id', prefix='2');
INSERT INTO search (search) VALUES ('rebuild');
-- ==== down
-- Table item is rebuilt: column n is `n INTEGER` instead of `n INTEGER CHECK (n < 100)`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    n INTEGER
);
INSERT INTO item_new (id, name, n)
SELECT id, name, n FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;

-- Table search is rebuilt: it is `… content_rowid='id')` instead of
-- `… content_rowid='id', prefix='2')`.
-- hazard table-rewritten: table search: all its rows are written anew
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5(name, content='item', content_rowid='id');
INSERT INTO search (search) VALUES ('rebuild');
