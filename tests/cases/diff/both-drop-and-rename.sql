-- A column is dropped, and a column is renamed.
-- rebuilt: none
-- renamed: item.title from label
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    label TEXT,
    gone TEXT
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    title TEXT -- @renamed from=label
);
-- ==== up
ALTER TABLE item RENAME COLUMN label TO title;

-- hazard values-lost: column item.gone: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
ALTER TABLE item DROP COLUMN gone;
-- ==== down
ALTER TABLE item RENAME COLUMN title TO label;

ALTER TABLE item ADD COLUMN gone TEXT;
