-- A virtual column is added by ALTER.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, loud TEXT AS (upper(name)));
-- ==== up
ALTER TABLE item ADD COLUMN loud TEXT AS (upper(name));
-- ==== down
ALTER TABLE item DROP COLUMN loud;
