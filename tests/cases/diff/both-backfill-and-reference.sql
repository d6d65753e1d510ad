-- A column is added and filled, and the actions of a reference change.
-- rebuilt: item
-- made up: item.grade
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
    grade TEXT NOT NULL -- @backfill coalesce(name, '')
);
CREATE TABLE maker (id INTEGER PRIMARY KEY);
-- ==== up
-- Table item is rebuilt: column maker is
-- `… REFERENCES maker (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED` instead of
-- `maker INTEGER REFERENCES maker (id)`; column grade is added.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    maker INTEGER REFERENCES maker (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    grade TEXT NOT NULL
);
INSERT INTO item_new (id, name, maker, grade)
SELECT id, name, maker, coalesce(name, '') FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column maker is `maker INTEGER REFERENCES maker (id)` instead of
-- `… REFERENCES maker (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED`; column grade is
-- dropped.
-- hazard values-lost: column item.grade: its values are lost
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
