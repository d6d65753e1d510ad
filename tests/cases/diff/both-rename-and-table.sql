-- A column is renamed, and the table is renamed.
-- rebuilt: none
-- renamed: item from thing, item.title from label
-- ==== before
CREATE TABLE thing (
    id INTEGER PRIMARY KEY,
    name TEXT,
    label TEXT
);
-- ==== after
-- @renamed from=thing
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    title TEXT -- @renamed from=label
);
-- ==== up
ALTER TABLE thing RENAME TO item;

ALTER TABLE item RENAME COLUMN label TO title;
-- ==== down
ALTER TABLE item RENAME TO thing;

ALTER TABLE thing RENAME COLUMN title TO label;
