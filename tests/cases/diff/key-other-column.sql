-- Another column becomes the rowid.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, no INTEGER NOT NULL UNIQUE);
-- ==== after
CREATE TABLE item (id INTEGER NOT NULL UNIQUE, no INTEGER PRIMARY KEY);
-- ==== up
-- Table item is rebuilt: column id is NOT NULL; column no may be NULL; the primary key is (no) instead
-- of (id).
-- hazard constraint: column item.no: a value that is no whole number makes the migration fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER NOT NULL UNIQUE, no INTEGER PRIMARY KEY);
INSERT INTO item_new (id, "no")
SELECT id, "no" FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column id may be NULL; column no is NOT NULL; the primary key is (id) instead
-- of (no).
-- hazard constraint: column item.id: a value that is no whole number makes the migration fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, no INTEGER NOT NULL UNIQUE);
INSERT INTO item_new (id, "no")
SELECT id, "no" FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
