-- A default changes, and a circle of references is closed.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER DEFAULT 1
);
CREATE TABLE box (id INTEGER PRIMARY KEY, best INTEGER REFERENCES item (id) ON DELETE SET NULL);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER DEFAULT 2,
    box INTEGER REFERENCES box (id)
);
CREATE TABLE box (id INTEGER PRIMARY KEY, best INTEGER REFERENCES item (id) ON DELETE SET NULL);
-- ==== up
-- Table item is rebuilt: column level has default 2 instead of 1; column box is added.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER DEFAULT 2,
    box INTEGER REFERENCES box (id)
);
INSERT INTO item_new (id, name, level)
SELECT id, name, level FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column level has default 1 instead of 2; column box is dropped.
-- hazard values-lost: column item.box: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER DEFAULT 1
);
INSERT INTO item_new (id, name, level)
SELECT id, name, level FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
