-- Numbers of a table become bounds of an R-tree.
-- rebuilt: box
-- ==== before
CREATE TABLE box (id INTEGER PRIMARY KEY, x0 REAL, x1 REAL);
-- ==== after
CREATE VIRTUAL TABLE box USING rtree (id, x0, x1);
-- ==== up
-- Table box is rebuilt: it is `CREATE VIRTUAL TABLE box USING rtree (id, x0, x1)` instead of
-- `CREATE TABLE box (id INTEGER PRIMARY KEY, x0 REAL, x1 REAL)`.
-- hazard values-changed: table box: bounds are kept with 32 bits, rounded outwards
-- hazard constraint: table box: a row whose x0 is above its x1 makes the migration fail
-- hazard table-rewritten: table box: all its rows are written anew
CREATE VIRTUAL TABLE box_new USING rtree (id, x0, x1);
INSERT INTO box_new (id, x0, x1)
SELECT id, x0, x1 FROM box;
DROP TABLE box;
ALTER TABLE box_new RENAME TO box;
-- ==== down
-- Table box is rebuilt: it is `CREATE TABLE box (id INTEGER PRIMARY KEY, x0 REAL, x1 REAL)` instead of
-- `CREATE VIRTUAL TABLE box USING rtree (id, x0, x1)`.
-- hazard table-rewritten: table box: all its rows are written anew
CREATE TABLE box_new (id INTEGER PRIMARY KEY, x0 REAL, x1 REAL);
INSERT INTO box_new (id, x0, x1)
SELECT id, x0, x1 FROM box;
DROP TABLE box;
ALTER TABLE box_new RENAME TO box;
