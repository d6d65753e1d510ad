-- A default is to time.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, v INTEGER DEFAULT '');
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, v INTEGER DEFAULT CURRENT_DATE);
-- ==== up
-- Table item is rebuilt: column v has default CURRENT_DATE instead of ''.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, v INTEGER DEFAULT CURRENT_DATE);
INSERT INTO item_new (id, name, v)
SELECT id, name, v FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column v has default '' instead of CURRENT_DATE.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, v INTEGER DEFAULT '');
INSERT INTO item_new (id, name, v)
SELECT id, name, v FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
