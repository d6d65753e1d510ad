-- A column is added, and a column is renamed.
-- rebuilt: none
-- renamed: item.title from label
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    label TEXT
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    title TEXT, -- @renamed from=label
    note TEXT
);
-- ==== up
ALTER TABLE item RENAME COLUMN label TO title;

ALTER TABLE item ADD COLUMN note TEXT;
-- ==== down
ALTER TABLE item RENAME COLUMN title TO label;

-- hazard values-lost: column item.note: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
ALTER TABLE item DROP COLUMN note;
