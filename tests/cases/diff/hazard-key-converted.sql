-- Texts that differ, such as 7 and 07, are one number.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, code TEXT UNIQUE);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, code INTEGER UNIQUE);
-- ==== up
-- Table item is rebuilt: column code has type INTEGER instead of TEXT.
-- hazard values-changed: column item.code: text that looks like a number becomes one
-- hazard constraint: table item: two rows alike in (code) make the migration fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, code INTEGER UNIQUE);
INSERT INTO item_new (id, code)
SELECT id, code FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column code has type TEXT instead of INTEGER.
-- hazard values-changed: column item.code: numbers become text
-- hazard constraint: table item: two rows alike in (code) make the migration fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, code TEXT UNIQUE);
INSERT INTO item_new (id, code)
SELECT id, code FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
