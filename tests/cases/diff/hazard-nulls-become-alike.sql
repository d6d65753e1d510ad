-- Two NULLs are not alike, two defaults are.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, code TEXT UNIQUE);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, code TEXT NOT NULL DEFAULT 'k' UNIQUE);
-- ==== up
-- Table item is rebuilt: column code is NOT NULL; column code has default 'k' instead of none.
-- hazard values-changed: column item.code: NULL becomes 'k'
-- hazard constraint: table item: two rows alike in (code) make the migration fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, code TEXT NOT NULL DEFAULT 'k' UNIQUE);
INSERT INTO item_new (id, code)
SELECT id, coalesce(code, 'k') FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column code may be NULL; column code has no default instead of 'k'.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, code TEXT UNIQUE);
INSERT INTO item_new (id, code)
SELECT id, code FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
