-- A table is renamed by hint, and its rows stay where they are.
-- rebuilt: none
-- renamed: item from thing
-- ==== before
CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT);
CREATE INDEX ix_name ON thing (name);
-- ==== after
-- What there is.
-- @renamed from=thing
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
CREATE INDEX ix_name ON item (name);
-- ==== up
ALTER TABLE thing RENAME TO item;
-- ==== down
ALTER TABLE item RENAME TO thing;
