-- An R-tree gets a dimension.
-- rebuilt: place
-- ==== before
CREATE VIRTUAL TABLE place USING rtree(id, x0, x1);
-- ==== after
CREATE VIRTUAL TABLE place USING rtree(id, x0, x1, y0, y1);
-- ==== up
-- Table place is rebuilt: it is `CREATE VIRTUAL TABLE place USING rtree(id, x0, x1, y0, y1)` instead
-- of `CREATE VIRTUAL TABLE place USING rtree(id, x0, x1)`.
-- hazard constraint: table place: a row whose y0 is above its y1 makes the migration fail
-- hazard table-rewritten: table place: all its rows are written anew
CREATE VIRTUAL TABLE place_new USING rtree(id, x0, x1, y0, y1);
INSERT INTO place_new (id, x0, x1)
SELECT id, x0, x1 FROM place;
DROP TABLE place;
ALTER TABLE place_new RENAME TO place;
-- ==== down
-- Table place is rebuilt: it is `CREATE VIRTUAL TABLE place USING rtree(id, x0, x1)` instead of
-- `CREATE VIRTUAL TABLE place USING rtree(id, x0, x1, y0, y1)`.
-- hazard values-lost: column place.y0: its values are lost
-- hazard values-lost: column place.y1: its values are lost
-- hazard table-rewritten: table place: all its rows are written anew
CREATE VIRTUAL TABLE place_new USING rtree(id, x0, x1);
INSERT INTO place_new (id, x0, x1)
SELECT id, x0, x1 FROM place;
DROP TABLE place;
ALTER TABLE place_new RENAME TO place;
