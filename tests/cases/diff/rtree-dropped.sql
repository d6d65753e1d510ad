-- An R-tree goes.
-- rebuilt: none
-- ==== before
CREATE VIRTUAL TABLE place USING rtree(id, x0, x1);
CREATE TABLE item (a);
-- ==== after
CREATE TABLE item (a);
-- ==== up
-- hazard rows-lost: table place: its rows are lost
DROP TABLE place;
-- ==== down
CREATE VIRTUAL TABLE place USING rtree(id, x0, x1);
