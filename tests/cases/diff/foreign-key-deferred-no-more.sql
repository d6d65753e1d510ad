-- A reference is checked at once.
-- rebuilt: part
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, code TEXT UNIQUE);
CREATE TABLE part (id INTEGER PRIMARY KEY, item INTEGER REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, code TEXT UNIQUE);
CREATE TABLE part (id INTEGER PRIMARY KEY, item INTEGER REFERENCES item (id) NOT DEFERRABLE);
-- ==== up
-- Table part is rebuilt: column item is `item INTEGER REFERENCES item (id) NOT DEFERRABLE` instead of
-- `item INTEGER REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED`.
-- hazard table-rewritten: table part: all its rows are written anew
CREATE TABLE part_new (id INTEGER PRIMARY KEY, item INTEGER REFERENCES item (id) NOT DEFERRABLE);
INSERT INTO part_new (id, item)
SELECT id, item FROM part;
DROP TABLE part;
ALTER TABLE part_new RENAME TO part;
-- ==== down
-- Table part is rebuilt: column item is
-- `item INTEGER REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED` instead of
-- `item INTEGER REFERENCES item (id) NOT DEFERRABLE`.
-- hazard table-rewritten: table part: all its rows are written anew
CREATE TABLE part_new (id INTEGER PRIMARY KEY, item INTEGER REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED);
INSERT INTO part_new (id, item)
SELECT id, item FROM part;
DROP TABLE part;
ALTER TABLE part_new RENAME TO part;
