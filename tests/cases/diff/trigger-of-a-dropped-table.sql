-- A trigger that goes with its table goes first if it is in the way.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE TABLE log (x);
CREATE TRIGGER log_out AFTER DELETE ON log BEGIN UPDATE item SET at = '' WHERE id = old.x; END;
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT COLLATE NOCASE, at TEXT);
-- ==== up
DROP TRIGGER log_out;

-- Table item is rebuilt: column name is `name TEXT COLLATE NOCASE` instead of `name TEXT`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT COLLATE NOCASE, at TEXT);
INSERT INTO item_new (id, name, at)
SELECT id, name, at FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;

-- hazard rows-lost: table log: its rows are lost
DROP TABLE log;
-- ==== down
-- Table item is rebuilt: column name is `name TEXT` instead of `name TEXT COLLATE NOCASE`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
INSERT INTO item_new (id, name, at)
SELECT id, name, at FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;

CREATE TABLE log (x);

CREATE TRIGGER log_out AFTER DELETE ON log BEGIN UPDATE item SET at = '' WHERE id = old.x; END;
