-- A view with a trigger over a rebuild.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE VIEW names AS SELECT name FROM item;
CREATE TRIGGER names_in INSTEAD OF INSERT ON names BEGIN INSERT INTO item (name) VALUES (new.name); END;
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT COLLATE NOCASE, at TEXT);
CREATE VIEW names AS SELECT name FROM item;
CREATE TRIGGER names_in INSTEAD OF INSERT ON names BEGIN INSERT INTO item (name) VALUES (new.name); END;
-- ==== up
-- Out of the way of what follows; created again below.
DROP TRIGGER names_in;
DROP VIEW names;

-- Table item is rebuilt: column name is `name TEXT COLLATE NOCASE` instead of `name TEXT`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT COLLATE NOCASE, at TEXT);
INSERT INTO item_new (id, name, at)
SELECT id, name, at FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;

CREATE VIEW names AS SELECT name FROM item;

CREATE TRIGGER names_in INSTEAD OF INSERT ON names BEGIN INSERT INTO item (name) VALUES (new.name); END;
-- ==== down
-- Out of the way of what follows; created again below.
DROP TRIGGER names_in;
DROP VIEW names;

-- Table item is rebuilt: column name is `name TEXT` instead of `name TEXT COLLATE NOCASE`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
INSERT INTO item_new (id, name, at)
SELECT id, name, at FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;

CREATE VIEW names AS SELECT name FROM item;

CREATE TRIGGER names_in INSTEAD OF INSERT ON names BEGIN INSERT INTO item (name) VALUES (new.name); END;
