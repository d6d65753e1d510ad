-- A column is added, and the table is renamed.
-- rebuilt: none
-- renamed: item from thing
-- ==== before
CREATE TABLE thing (
    id INTEGER PRIMARY KEY,
    name TEXT
);
-- ==== after
-- @renamed from=thing
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    note TEXT
);
-- ==== up
ALTER TABLE thing RENAME TO item;

ALTER TABLE item ADD COLUMN note TEXT;
-- ==== down
ALTER TABLE item RENAME TO thing;

-- hazard values-lost: column thing.note: its values are lost
-- hazard table-rewritten: table thing: all its rows are written anew
ALTER TABLE thing DROP COLUMN note;
