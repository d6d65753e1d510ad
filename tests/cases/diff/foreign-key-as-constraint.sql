-- A reference becomes a named constraint.
-- rebuilt: part
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, code TEXT UNIQUE);
CREATE TABLE part (id INTEGER PRIMARY KEY, item INTEGER REFERENCES item (id));
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, code TEXT UNIQUE);
CREATE TABLE part (id INTEGER PRIMARY KEY, item INTEGER, CONSTRAINT of_item FOREIGN KEY (item) REFERENCES item (id));
-- ==== up
-- Table part is rebuilt: column item is `item INTEGER` instead of `item INTEGER REFERENCES item (id)`;
-- `CONSTRAINT of_item FOREIGN KEY (item) REFERENCES item (id)` is added.
-- hazard table-rewritten: table part: all its rows are written anew
CREATE TABLE part_new (id INTEGER PRIMARY KEY, item INTEGER, CONSTRAINT of_item FOREIGN KEY (item) REFERENCES item (id));
INSERT INTO part_new (id, item)
SELECT id, item FROM part;
DROP TABLE part;
ALTER TABLE part_new RENAME TO part;
-- ==== down
-- Table part is rebuilt: column item is `item INTEGER REFERENCES item (id)` instead of `item INTEGER`;
-- `CONSTRAINT of_item FOREIGN KEY (item) REFERENCES item (id)` is dropped.
-- hazard table-rewritten: table part: all its rows are written anew
CREATE TABLE part_new (id INTEGER PRIMARY KEY, item INTEGER REFERENCES item (id));
INSERT INTO part_new (id, item)
SELECT id, item FROM part;
DROP TABLE part;
ALTER TABLE part_new RENAME TO part;
