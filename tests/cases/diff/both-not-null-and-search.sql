-- NULL is no longer allowed, and a text search changes.
-- rebuilt: item, search
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    kind TEXT
);
CREATE VIRTUAL TABLE search USING fts5(name, content='item', content_rowid='id');
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    kind TEXT NOT NULL DEFAULT 'k'
);
CREATE VIRTUAL TABLE search USING fts5(name, content='item', content_rowid='id', prefix='2');
-- ==== up
-- Table item is rebuilt: column kind is NOT NULL; column kind has default 'k' instead of none.
-- hazard values-changed: column item.kind: NULL becomes 'k'
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    kind TEXT NOT NULL DEFAULT 'k'
);
INSERT INTO item_new (id, name, kind)
SELECT id, name, coalesce(kind, 'k') FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;

-- Table search is rebuilt: it is `… content_rowid='id', prefix='2')` instead of
-- `… content_rowid='id')`.
-- hazard table-rewritten: table search: all its rows are written anew
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5(name, content='item', content_rowid='id', prefix='2');
INSERT INTO search (search) VALUES ('rebuild');
-- ==== down
-- Table item is rebuilt: column kind may be NULL; column kind has no default instead of 'k'.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    kind TEXT
);
INSERT INTO item_new (id, name, kind)
SELECT id, name, kind FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;

-- Table search is rebuilt: it is `… content_rowid='id')` instead of
-- `… content_rowid='id', prefix='2')`.
-- hazard table-rewritten: table search: all its rows are written anew
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5(name, content='item', content_rowid='id');
INSERT INTO search (search) VALUES ('rebuild');
