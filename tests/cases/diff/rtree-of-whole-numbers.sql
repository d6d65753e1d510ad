-- An R-tree of integers keeps no fractions.
-- rebuilt: box
-- ==== before
CREATE VIRTUAL TABLE box USING rtree(id, x0, x1);
-- ==== after
CREATE VIRTUAL TABLE box USING rtree_i32(id, x0, x1);
-- ==== up
-- Table box is rebuilt: it is `CREATE VIRTUAL TABLE box USING rtree_i32(id, x0, x1)` instead of
-- `CREATE VIRTUAL TABLE box USING rtree(id, x0, x1)`.
-- hazard values-changed: column box.x0: fractions are cut off
-- hazard values-changed: column box.x1: fractions are cut off
-- hazard table-rewritten: table box: all its rows are written anew
CREATE VIRTUAL TABLE box_new USING rtree_i32(id, x0, x1);
INSERT INTO box_new (id, x0, x1)
SELECT id, x0, x1 FROM box;
DROP TABLE box;
ALTER TABLE box_new RENAME TO box;
-- ==== down
-- Table box is rebuilt: it is `CREATE VIRTUAL TABLE box USING rtree(id, x0, x1)` instead of
-- `CREATE VIRTUAL TABLE box USING rtree_i32(id, x0, x1)`.
-- hazard values-changed: column box.x0: integers become floating-point numbers
-- hazard values-changed: column box.x1: integers become floating-point numbers
-- hazard table-rewritten: table box: all its rows are written anew
CREATE VIRTUAL TABLE box_new USING rtree(id, x0, x1);
INSERT INTO box_new (id, x0, x1)
SELECT id, x0, x1 FROM box;
DROP TABLE box;
ALTER TABLE box_new RENAME TO box;
