-- A column is added and filled, and a circle of references is closed.
-- rebuilt: item
-- made up: item.grade
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT
);
CREATE TABLE box (id INTEGER PRIMARY KEY, best INTEGER REFERENCES item (id) ON DELETE SET NULL);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    grade TEXT NOT NULL, -- @backfill coalesce(name, '')
    box INTEGER REFERENCES box (id)
);
CREATE TABLE box (id INTEGER PRIMARY KEY, best INTEGER REFERENCES item (id) ON DELETE SET NULL);
-- ==== up
-- Table item is rebuilt: column grade is added; column box is added.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    grade TEXT NOT NULL,
    box INTEGER REFERENCES box (id)
);
INSERT INTO item_new (id, name, grade)
SELECT id, name, coalesce(name, '') FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- hazard values-lost: column item.grade: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
ALTER TABLE item DROP COLUMN grade;
-- hazard values-lost: column item.box: its values are lost
ALTER TABLE item DROP COLUMN box;
