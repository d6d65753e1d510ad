-- A column is dropped, and the table is renamed.
-- rebuilt: none
-- renamed: item from thing
-- ==== before
CREATE TABLE thing (
    id INTEGER PRIMARY KEY,
    name TEXT,
    gone TEXT
);
-- ==== after
-- @renamed from=thing
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT
);
-- ==== up
ALTER TABLE thing RENAME TO item;

-- hazard values-lost: column item.gone: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
ALTER TABLE item DROP COLUMN gone;
-- ==== down
ALTER TABLE item RENAME TO thing;

ALTER TABLE thing ADD COLUMN gone TEXT;
