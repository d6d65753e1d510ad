-- A named constraint is added, and the actions of a reference change.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    maker INTEGER REFERENCES maker (id)
);
CREATE TABLE maker (id INTEGER PRIMARY KEY);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    maker INTEGER REFERENCES maker (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT one_name UNIQUE (name, id)
);
CREATE TABLE maker (id INTEGER PRIMARY KEY);
-- ==== up
-- Table item is rebuilt: column maker is
-- `… REFERENCES maker (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED` instead of
-- `maker INTEGER REFERENCES maker (id)`; `CONSTRAINT one_name UNIQUE (name, id)` is added.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    maker INTEGER REFERENCES maker (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT one_name UNIQUE (name, id)
);
INSERT INTO item_new (id, name, maker)
SELECT id, name, maker FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column maker is `maker INTEGER REFERENCES maker (id)` instead of
-- `… REFERENCES maker (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED`;
-- `CONSTRAINT one_name UNIQUE (name, id)` is dropped.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    maker INTEGER REFERENCES maker (id)
);
INSERT INTO item_new (id, name, maker)
SELECT id, name, maker FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
