-- MATCH is kept though SQLite does nothing with it.
-- rebuilt: part
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, code TEXT UNIQUE);
CREATE TABLE part (id INTEGER PRIMARY KEY, item INTEGER REFERENCES item (id));
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, code TEXT UNIQUE);
CREATE TABLE part (id INTEGER PRIMARY KEY, item INTEGER REFERENCES item (id) MATCH FULL);
-- ==== up
-- Table part is rebuilt: column item is `item INTEGER REFERENCES item (id) MATCH FULL` instead of
-- `item INTEGER REFERENCES item (id)`.
-- hazard table-rewritten: table part: all its rows are written anew
CREATE TABLE part_new (id INTEGER PRIMARY KEY, item INTEGER REFERENCES item (id) MATCH FULL);
INSERT INTO part_new (id, item)
SELECT id, item FROM part;
DROP TABLE part;
ALTER TABLE part_new RENAME TO part;
-- ==== down
-- Table part is rebuilt: column item is `item INTEGER REFERENCES item (id)` instead of
-- `item INTEGER REFERENCES item (id) MATCH FULL`.
-- hazard table-rewritten: table part: all its rows are written anew
CREATE TABLE part_new (id INTEGER PRIMARY KEY, item INTEGER REFERENCES item (id));
INSERT INTO part_new (id, item)
SELECT id, item FROM part;
DROP TABLE part;
ALTER TABLE part_new RENAME TO part;
