-- A trigger that writes to a rebuilt table makes way.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE TABLE other (x);
CREATE TRIGGER other_in AFTER INSERT ON other BEGIN INSERT INTO item (name) VALUES (new.x); END;
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT COLLATE NOCASE, at TEXT);
CREATE TABLE other (x);
CREATE TRIGGER other_in AFTER INSERT ON other BEGIN INSERT INTO item (name) VALUES (new.x); END;
-- ==== up
-- Out of the way of what follows; created again below.
DROP TRIGGER other_in;

-- Table item is rebuilt: column name is `name TEXT COLLATE NOCASE` instead of `name TEXT`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT COLLATE NOCASE, at TEXT);
INSERT INTO item_new (id, name, at)
SELECT id, name, at FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;

CREATE TRIGGER other_in AFTER INSERT ON other BEGIN INSERT INTO item (name) VALUES (new.x); END;
-- ==== down
-- Out of the way of what follows; created again below.
DROP TRIGGER other_in;

-- Table item is rebuilt: column name is `name TEXT` instead of `name TEXT COLLATE NOCASE`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
INSERT INTO item_new (id, name, at)
SELECT id, name, at FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;

CREATE TRIGGER other_in AFTER INSERT ON other BEGIN INSERT INTO item (name) VALUES (new.x); END;
