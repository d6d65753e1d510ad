-- An R-tree gets a column beside its dimensions.
-- rebuilt: place
-- ==== before
CREATE VIRTUAL TABLE place USING rtree(id, x0, x1);
-- ==== after
CREATE VIRTUAL TABLE place USING rtree(id, x0, x1, +name TEXT);
-- ==== up
-- Table place is rebuilt: it is `CREATE VIRTUAL TABLE place USING rtree(id, x0, x1, +name TEXT)`
-- instead of `CREATE VIRTUAL TABLE place USING rtree(id, x0, x1)`.
-- hazard table-rewritten: table place: all its rows are written anew
CREATE VIRTUAL TABLE place_new USING rtree(id, x0, x1, +name TEXT);
INSERT INTO place_new (id, x0, x1)
SELECT id, x0, x1 FROM place;
DROP TABLE place;
ALTER TABLE place_new RENAME TO place;
-- ==== down
-- Table place is rebuilt: it is `CREATE VIRTUAL TABLE place USING rtree(id, x0, x1)` instead of
-- `CREATE VIRTUAL TABLE place USING rtree(id, x0, x1, +name TEXT)`.
-- hazard values-lost: column place.name: its values are lost
-- hazard table-rewritten: table place: all its rows are written anew
CREATE VIRTUAL TABLE place_new USING rtree(id, x0, x1);
INSERT INTO place_new (id, x0, x1)
SELECT id, x0, x1 FROM place;
DROP TABLE place;
ALTER TABLE place_new RENAME TO place;
