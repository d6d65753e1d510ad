-- A text search follows the table that it reads.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE VIRTUAL TABLE search USING fts5(name, content='item', content_rowid='id');
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT COLLATE NOCASE, at TEXT);
CREATE VIRTUAL TABLE search USING fts5(name, content='item', content_rowid='id');
-- ==== up
-- Table item is rebuilt: column name is `name TEXT COLLATE NOCASE` instead of `name TEXT`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT COLLATE NOCASE, at TEXT);
INSERT INTO item_new (id, name, at)
SELECT id, name, at FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;

INSERT INTO search (search) VALUES ('rebuild');
-- ==== down
-- Table item is rebuilt: column name is `name TEXT` instead of `name TEXT COLLATE NOCASE`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
INSERT INTO item_new (id, name, at)
SELECT id, name, at FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;

INSERT INTO search (search) VALUES ('rebuild');
