-- A virtual column is added, and the table is renamed.
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
    loud TEXT AS (upper(name))
);
-- ==== up
ALTER TABLE thing RENAME TO item;

ALTER TABLE item ADD COLUMN loud TEXT AS (upper(name));
-- ==== down
ALTER TABLE item RENAME TO thing;

ALTER TABLE thing DROP COLUMN loud;
