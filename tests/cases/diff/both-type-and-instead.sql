-- A type changes, and a view with a trigger stays.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size TEXT
);
CREATE VIEW shown AS SELECT id, name FROM item;
CREATE TRIGGER shown_in INSTEAD OF INSERT ON shown BEGIN
    INSERT INTO item (name) VALUES (new.name);
END;
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size INTEGER
);
CREATE VIEW shown AS SELECT id, name FROM item;
CREATE TRIGGER shown_in INSTEAD OF INSERT ON shown BEGIN
    INSERT INTO item (name) VALUES (new.name);
END;
-- ==== up
-- Out of the way of what follows; created again below.
DROP TRIGGER shown_in;
DROP VIEW shown;

-- Table item is rebuilt: column size has type INTEGER instead of TEXT.
-- hazard values-changed: column item.size: text that looks like a number becomes one
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size INTEGER
);
INSERT INTO item_new (id, name, size)
SELECT id, name, size FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;

CREATE VIEW shown AS SELECT id, name FROM item;

CREATE TRIGGER shown_in INSTEAD OF INSERT ON shown BEGIN
    INSERT INTO item (name) VALUES (new.name);
END;
-- ==== down
-- Out of the way of what follows; created again below.
DROP TRIGGER shown_in;
DROP VIEW shown;

-- Table item is rebuilt: column size has type TEXT instead of INTEGER.
-- hazard values-changed: column item.size: numbers become text
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    size TEXT
);
INSERT INTO item_new (id, name, size)
SELECT id, name, size FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;

CREATE VIEW shown AS SELECT id, name FROM item;

CREATE TRIGGER shown_in INSTEAD OF INSERT ON shown BEGIN
    INSERT INTO item (name) VALUES (new.name);
END;
