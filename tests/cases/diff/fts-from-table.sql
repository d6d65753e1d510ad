-- A table becomes a text search.
-- rebuilt: item
-- ==== before
CREATE TABLE item (title TEXT, body TEXT);
-- ==== after
CREATE VIRTUAL TABLE item USING fts5(title, body);
-- ==== up
-- Table item is rebuilt: it is `CREATE VIRTUAL TABLE item USING fts5(title, body)` instead of
-- `CREATE TABLE item (title TEXT, body TEXT)`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE VIRTUAL TABLE item_new USING fts5(title, body);
INSERT INTO item_new (rowid, title, body)
SELECT rowid, title, body FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: it is `CREATE TABLE item (title TEXT, body TEXT)` instead of
-- `CREATE VIRTUAL TABLE item USING fts5(title, body)`.
-- hazard values-changed: column item.title: numbers become text
-- hazard values-changed: column item.body: numbers become text
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (title TEXT, body TEXT);
INSERT INTO item_new (rowid, title, body)
SELECT rowid, title, body FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
