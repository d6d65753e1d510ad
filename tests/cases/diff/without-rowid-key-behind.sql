-- A key WITHOUT ROWID that does not stand in front.
-- rebuilt: item
-- ==== before
CREATE TABLE item (a TEXT, b TEXT NOT NULL, c TEXT, PRIMARY KEY (c, a)) WITHOUT ROWID;
-- ==== after
CREATE TABLE item (b TEXT NOT NULL, d TEXT DEFAULT 'd', c TEXT, PRIMARY KEY (c)) WITHOUT ROWID;
-- ==== up
-- Table item is rebuilt: column a is dropped; column d is added; the primary key is (c) instead of (c,
-- a).
-- hazard values-lost: column item.a: its values are lost
-- hazard constraint: table item: two rows alike in (c) make the migration fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (b TEXT NOT NULL, d TEXT DEFAULT 'd', c TEXT, PRIMARY KEY (c)) WITHOUT ROWID;
INSERT INTO item_new (b, c)
SELECT b, c FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column d is dropped; column a is added; the primary key is (c, a) instead of
-- (c).
-- hazard values-lost: column item.d: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (a TEXT, b TEXT NOT NULL, c TEXT, PRIMARY KEY (c, a)) WITHOUT ROWID;
INSERT INTO item_new (a, b, c)
SELECT '', b, c FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
