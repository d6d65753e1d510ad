-- ON CONFLICT is added, and a circle of references is closed.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    u TEXT UNIQUE
);
CREATE TABLE box (id INTEGER PRIMARY KEY, best INTEGER REFERENCES item (id) ON DELETE SET NULL);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    u TEXT UNIQUE ON CONFLICT IGNORE,
    box INTEGER REFERENCES box (id)
);
CREATE TABLE box (id INTEGER PRIMARY KEY, best INTEGER REFERENCES item (id) ON DELETE SET NULL);
-- ==== up
-- Table item is rebuilt: column u is `u TEXT UNIQUE ON CONFLICT IGNORE` instead of `u TEXT UNIQUE`;
-- column box is added.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    u TEXT UNIQUE ON CONFLICT IGNORE,
    box INTEGER REFERENCES box (id)
);
INSERT OR ABORT INTO item_new (id, name, u)
SELECT id, name, u FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column u is `u TEXT UNIQUE` instead of `u TEXT UNIQUE ON CONFLICT IGNORE`;
-- column box is dropped.
-- hazard values-lost: column item.box: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    u TEXT UNIQUE
);
INSERT INTO item_new (id, name, u)
SELECT id, name, u FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
