-- A column is renamed by hint.
-- rebuilt: none
-- renamed: item.name from label
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, label TEXT);
CREATE INDEX ix ON item (label);
CREATE VIEW labels AS SELECT label FROM item;
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT -- @renamed from=label
);
CREATE INDEX ix ON item (name);
CREATE VIEW labels AS SELECT name FROM item;
-- ==== up
ALTER TABLE item RENAME COLUMN label TO name;
-- ==== down
ALTER TABLE item RENAME COLUMN name TO label;
