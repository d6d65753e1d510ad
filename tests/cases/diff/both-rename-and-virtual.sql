-- A column is renamed, and a virtual column is added.
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
    loud TEXT AS (upper(name))
);
-- ==== up
ALTER TABLE item RENAME COLUMN label TO title;

ALTER TABLE item ADD COLUMN loud TEXT AS (upper(name));
-- ==== down
ALTER TABLE item RENAME COLUMN title TO label;

ALTER TABLE item DROP COLUMN loud;
