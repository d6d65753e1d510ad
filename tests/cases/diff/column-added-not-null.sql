-- What a new column is in the rows that exist has to be said.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, level INTEGER NOT NULL);
-- ==== refused
[backfill] column item.level: column item.level is NOT NULL and new, and nothing says what it is in the rows that exist. Give it a DEFAULT, or say it on the column's line in the schema: `-- @backfill 0`
