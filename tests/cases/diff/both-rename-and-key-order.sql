-- A column is renamed, and the key changes its order.
-- rebuilt: item
-- renamed: item.title from label
-- ==== before
CREATE TABLE item (
    id INTEGER,
    name TEXT,
    label TEXT,
    PRIMARY KEY (id, name)
);
-- ==== after
CREATE TABLE item (
    id INTEGER,
    name TEXT,
    title TEXT, -- @renamed from=label
    PRIMARY KEY (name, id)
);
-- ==== up
ALTER TABLE item RENAME COLUMN label TO title;

-- Table item is rebuilt: the primary key is (name, id) instead of (id, name).
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER,
    name TEXT,
    title TEXT,
    PRIMARY KEY (name, id)
);
INSERT INTO item_new (rowid, id, name, title)
SELECT rowid, id, name, title FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
ALTER TABLE item RENAME COLUMN title TO label;

-- Table item is rebuilt: the primary key is (id, name) instead of (name, id).
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER,
    name TEXT,
    label TEXT,
    PRIMARY KEY (id, name)
);
INSERT INTO item_new (rowid, id, name, label)
SELECT rowid, id, name, label FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
