-- A tree.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, parent INTEGER);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES item (id) ON DELETE CASCADE);
-- ==== up
-- Table item is rebuilt: column parent is `parent INTEGER REFERENCES item (id) ON DELETE CASCADE`
-- instead of `parent INTEGER`.
-- hazard constraint: table item: a row without its row in item makes the migration fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES item (id) ON DELETE CASCADE);
INSERT INTO item_new (id, parent)
SELECT id, parent FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column parent is `parent INTEGER` instead of
-- `parent INTEGER REFERENCES item (id) ON DELETE CASCADE`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, parent INTEGER);
INSERT INTO item_new (id, parent)
SELECT id, parent FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
