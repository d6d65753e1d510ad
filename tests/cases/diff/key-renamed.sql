-- The rowid gets another name.
-- rebuilt: none
-- renamed: item.no from id
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
-- ==== after
CREATE TABLE item (
    no INTEGER PRIMARY KEY, -- @renamed from=id
    name TEXT
);
-- ==== up
ALTER TABLE item RENAME COLUMN id TO "no";
-- ==== down
ALTER TABLE item RENAME COLUMN "no" TO id;
