-- A collation is added, and a circle of references is closed.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    code TEXT
);
CREATE TABLE box (id INTEGER PRIMARY KEY, best INTEGER REFERENCES item (id) ON DELETE SET NULL);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    code TEXT COLLATE NOCASE,
    box INTEGER REFERENCES box (id)
);
CREATE TABLE box (id INTEGER PRIMARY KEY, best INTEGER REFERENCES item (id) ON DELETE SET NULL);
-- ==== up
-- Table item is rebuilt: column code is `code TEXT COLLATE NOCASE` instead of `code TEXT`; column box
-- is added.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    code TEXT COLLATE NOCASE,
    box INTEGER REFERENCES box (id)
);
INSERT INTO item_new (id, name, code)
SELECT id, name, code FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column code is `code TEXT` instead of `code TEXT COLLATE NOCASE`; column box
-- is dropped.
-- hazard values-lost: column item.box: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    code TEXT
);
INSERT INTO item_new (id, name, code)
SELECT id, name, code FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
