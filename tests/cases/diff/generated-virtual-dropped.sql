-- A virtual column is dropped by ALTER.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, loud TEXT AS (upper(name)));
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
-- ==== up
ALTER TABLE item DROP COLUMN loud;
-- ==== down
ALTER TABLE item ADD COLUMN loud TEXT AS (upper(name));
