-- Actions change.
-- rebuilt: part
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, code TEXT UNIQUE);
CREATE TABLE part (id INTEGER PRIMARY KEY, item INTEGER REFERENCES item (id) ON DELETE CASCADE);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, code TEXT UNIQUE);
CREATE TABLE part (id INTEGER PRIMARY KEY, item INTEGER REFERENCES item (id) ON DELETE SET NULL ON UPDATE CASCADE);
-- ==== up
-- Table part is rebuilt: column item is
-- `item INTEGER REFERENCES item (id) ON DELETE SET NULL ON UPDATE CASCADE` instead of
-- `item INTEGER REFERENCES item (id) ON DELETE CASCADE`.
-- hazard table-rewritten: table part: all its rows are written anew
CREATE TABLE part_new (id INTEGER PRIMARY KEY, item INTEGER REFERENCES item (id) ON DELETE SET NULL ON UPDATE CASCADE);
INSERT INTO part_new (id, item)
SELECT id, item FROM part;
DROP TABLE part;
ALTER TABLE part_new RENAME TO part;
-- ==== down
-- Table part is rebuilt: column item is `item INTEGER REFERENCES item (id) ON DELETE CASCADE` instead
-- of `item INTEGER REFERENCES item (id) ON DELETE SET NULL ON UPDATE CASCADE`.
-- hazard table-rewritten: table part: all its rows are written anew
CREATE TABLE part_new (id INTEGER PRIMARY KEY, item INTEGER REFERENCES item (id) ON DELETE CASCADE);
INSERT INTO part_new (id, item)
SELECT id, item FROM part;
DROP TABLE part;
ALTER TABLE part_new RENAME TO part;
