-- An R-tree is renamed.
-- rebuilt: none
-- renamed: place from spot
-- ==== before
CREATE VIRTUAL TABLE spot USING rtree(id, x0, x1);
-- ==== after
-- @renamed from=spot
CREATE VIRTUAL TABLE place USING rtree(id, x0, x1);
-- ==== up
ALTER TABLE spot RENAME TO place;
-- ==== down
ALTER TABLE place RENAME TO spot;
