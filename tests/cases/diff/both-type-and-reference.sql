-- A type changes, and the actions of a reference change.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size TEXT,
    maker INTEGER REFERENCES maker (id)
);
CREATE TABLE maker (id INTEGER PRIMARY KEY);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size INTEGER,
    maker INTEGER REFERENCES maker (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE maker (id INTEGER PRIMARY KEY);
-- ==== up
-- Table item is rebuilt: column size has type INTEGER instead of TEXT; column maker is
-- `… REFERENCES maker (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED` instead of
-- `maker INTEGER REFERENCES maker (id)`.
-- hazard values-changed: column item.size: text that looks like a number becomes one
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size INTEGER,
    maker INTEGER REFERENCES maker (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO item_new (id, name, size, maker)
SELECT id, name, size, maker FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column size has type TEXT instead of INTEGER; column maker is
-- `maker INTEGER REFERENCES maker (id)` instead of
-- `… REFERENCES maker (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED`.
-- hazard values-changed: column item.size: numbers become text
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size TEXT,
    maker INTEGER REFERENCES maker (id)
);
INSERT INTO item_new (id, name, size, maker)
SELECT id, name, size, maker FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
