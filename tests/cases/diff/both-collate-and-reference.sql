-- A collation is added, and the actions of a reference change.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    code TEXT,
    maker INTEGER REFERENCES maker (id)
);
CREATE TABLE maker (id INTEGER PRIMARY KEY);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    code TEXT COLLATE NOCASE,
    maker INTEGER REFERENCES maker (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE maker (id INTEGER PRIMARY KEY);
-- ==== up
-- Table item is rebuilt: column code is `code TEXT COLLATE NOCASE` instead of `code TEXT`; column
-- maker is `… REFERENCES maker (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED` instead of
-- `maker INTEGER REFERENCES maker (id)`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    code TEXT COLLATE NOCASE,
    maker INTEGER REFERENCES maker (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO item_new (id, name, code, maker)
SELECT id, name, code, maker FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column code is `code TEXT` instead of `code TEXT COLLATE NOCASE`; column
-- maker is `maker INTEGER REFERENCES maker (id)` instead of
-- `… REFERENCES maker (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    code TEXT,
    maker INTEGER REFERENCES maker (id)
);
INSERT INTO item_new (id, name, code, maker)
SELECT id, name, code, maker FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
