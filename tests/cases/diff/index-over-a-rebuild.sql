-- Indexes are made again after a rebuild, the changed one in its new form.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE INDEX ix_name ON item (name);
CREATE INDEX ix_at ON item (at);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT COLLATE NOCASE, at TEXT);
CREATE INDEX ix_name ON item (name);
CREATE INDEX ix_at ON item (at DESC);
-- ==== up
-- Table item is rebuilt: column name is `name TEXT COLLATE NOCASE` instead of `name TEXT`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT COLLATE NOCASE, at TEXT);
INSERT INTO item_new (id, name, at)
SELECT id, name, at FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
CREATE INDEX ix_name ON item (name);
CREATE INDEX ix_at ON item (at DESC);
-- ==== down
-- Table item is rebuilt: column name is `name TEXT` instead of `name TEXT COLLATE NOCASE`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
INSERT INTO item_new (id, name, at)
SELECT id, name, at FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
CREATE INDEX ix_name ON item (name);
CREATE INDEX ix_at ON item (at);
