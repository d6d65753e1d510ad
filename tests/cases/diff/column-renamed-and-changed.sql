-- A renamed column may change as well.
-- rebuilt: item
-- renamed: item.name from label
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, label TEXT);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '' -- @renamed from=label
);
-- ==== up
ALTER TABLE item RENAME COLUMN label TO name;

-- Table item is rebuilt: column name is NOT NULL; column name has default '' instead of none.
-- hazard values-changed: column item.name: NULL becomes ''
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL DEFAULT ''
);
INSERT INTO item_new (id, name)
SELECT id, coalesce(name, '') FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
ALTER TABLE item RENAME COLUMN name TO label;

-- Table item is rebuilt: column label may be NULL; column label has no default instead of ''.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, label TEXT);
INSERT INTO item_new (id, label)
SELECT id, label FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
