-- A type changes, and a circle of references is closed.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size TEXT
);
CREATE TABLE box (id INTEGER PRIMARY KEY, best INTEGER REFERENCES item (id) ON DELETE SET NULL);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size INTEGER,
    box INTEGER REFERENCES box (id)
);
CREATE TABLE box (id INTEGER PRIMARY KEY, best INTEGER REFERENCES item (id) ON DELETE SET NULL);
-- ==== up
-- Table item is rebuilt: column size has type INTEGER instead of TEXT; column box is added.
-- hazard values-changed: column item.size: text that looks like a number becomes one
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size INTEGER,
    box INTEGER REFERENCES box (id)
);
INSERT INTO item_new (id, name, size)
SELECT id, name, size FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column size has type TEXT instead of INTEGER; column box is dropped.
-- hazard values-lost: column item.box: its values are lost
-- hazard values-changed: column item.size: numbers become text
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size TEXT
);
INSERT INTO item_new (id, name, size)
SELECT id, name, size FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
