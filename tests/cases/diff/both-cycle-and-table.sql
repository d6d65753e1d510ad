-- A circle of references is closed, and the table is renamed.
-- rebuilt: none
-- renamed: item from thing
-- ==== before
CREATE TABLE thing (
    id INTEGER PRIMARY KEY,
    name TEXT
);
CREATE TABLE box (id INTEGER PRIMARY KEY, best INTEGER REFERENCES thing (id) ON DELETE SET NULL);
-- ==== after
-- @renamed from=thing
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    box INTEGER REFERENCES box (id)
);
CREATE TABLE box (id INTEGER PRIMARY KEY, best INTEGER REFERENCES item (id) ON DELETE SET NULL);
-- ==== up
ALTER TABLE thing RENAME TO item;

ALTER TABLE item ADD COLUMN box INTEGER REFERENCES box (id);
-- ==== down
ALTER TABLE item RENAME TO thing;

-- hazard values-lost: column thing.box: its values are lost
-- hazard table-rewritten: table thing: all its rows are written anew
ALTER TABLE thing DROP COLUMN box;
