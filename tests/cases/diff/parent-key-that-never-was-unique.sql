-- A foreign key that never could work is nothing new.
-- rebuilt: none
-- ==== before
CREATE TABLE city (id INTEGER PRIMARY KEY, mark TEXT);
CREATE TABLE road (id INTEGER PRIMARY KEY, city TEXT REFERENCES city (mark));
-- ==== after
CREATE TABLE city (id INTEGER PRIMARY KEY, mark TEXT, name TEXT);
CREATE TABLE road (id INTEGER PRIMARY KEY, city TEXT REFERENCES city (mark));
-- ==== up
ALTER TABLE city ADD COLUMN name TEXT;
-- ==== down
-- hazard values-lost: column city.name: its values are lost
-- hazard table-rewritten: table city: all its rows are written anew
ALTER TABLE city DROP COLUMN name;
