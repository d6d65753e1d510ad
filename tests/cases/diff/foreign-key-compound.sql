-- A reference of two columns.
-- rebuilt: part
-- ==== before
CREATE TABLE pair (a, b, PRIMARY KEY (a, b));
CREATE TABLE part (a, b);
-- ==== after
CREATE TABLE pair (a, b, PRIMARY KEY (a, b));
CREATE TABLE part (a, b, FOREIGN KEY (a, b) REFERENCES pair (a, b) ON DELETE CASCADE);
-- ==== up
-- Table part is rebuilt: constraint `FOREIGN KEY (a, b) REFERENCES pair (a, b) ON DELETE CASCADE` is
-- added.
-- hazard constraint: table part: a row without its row in pair makes the migration fail
-- hazard table-rewritten: table part: all its rows are written anew
CREATE TABLE part_new (a, b, FOREIGN KEY (a, b) REFERENCES pair (a, b) ON DELETE CASCADE);
INSERT INTO part_new (rowid, a, b)
SELECT rowid, a, b FROM part;
DROP TABLE part;
ALTER TABLE part_new RENAME TO part;
-- ==== down
-- Table part is rebuilt: constraint `FOREIGN KEY (a, b) REFERENCES pair (a, b) ON DELETE CASCADE` is
-- dropped.
-- hazard table-rewritten: table part: all its rows are written anew
CREATE TABLE part_new (a, b);
INSERT INTO part_new (rowid, a, b)
SELECT rowid, a, b FROM part;
DROP TABLE part;
ALTER TABLE part_new RENAME TO part;
