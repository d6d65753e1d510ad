-- The bounds of an R-tree are others.
-- rebuilt: box
-- ==== before
CREATE VIRTUAL TABLE box USING rtree (id, x0, x1);
-- ==== after
CREATE VIRTUAL TABLE box USING rtree (id, x0, y0);
-- ==== up
-- Table box is rebuilt: it is `CREATE VIRTUAL TABLE box USING rtree (id, x0, y0)` instead of
-- `CREATE VIRTUAL TABLE box USING rtree (id, x0, x1)`.
-- hazard values-lost: column box.x1: its values are lost
-- hazard constraint: table box: a row whose x0 is above its y0 makes the migration fail
-- hazard table-rewritten: table box: all its rows are written anew
CREATE VIRTUAL TABLE box_new USING rtree (id, x0, y0);
INSERT INTO box_new (id, x0)
SELECT id, x0 FROM box;
DROP TABLE box;
ALTER TABLE box_new RENAME TO box;
-- ==== down
-- Table box is rebuilt: it is `CREATE VIRTUAL TABLE box USING rtree (id, x0, x1)` instead of
-- `CREATE VIRTUAL TABLE box USING rtree (id, x0, y0)`.
-- hazard values-lost: column box.y0: its values are lost
-- hazard constraint: table box: a row whose x0 is above its x1 makes the migration fail
-- hazard table-rewritten: table box: all its rows are written anew
CREATE VIRTUAL TABLE box_new USING rtree (id, x0, x1);
INSERT INTO box_new (id, x0)
SELECT id, x0 FROM box;
DROP TABLE box;
ALTER TABLE box_new RENAME TO box;
