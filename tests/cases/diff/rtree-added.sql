-- An R-tree is added.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE VIRTUAL TABLE place USING rtree(id, x0, x1);
-- ==== up
CREATE VIRTUAL TABLE place USING rtree(id, x0, x1);
-- ==== down
-- hazard rows-lost: table place: its rows are lost
DROP TABLE place;
