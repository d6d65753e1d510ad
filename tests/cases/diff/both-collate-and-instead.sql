-- A collation is added, and a view with a trigger stays.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    code TEXT
);
CREATE VIEW shown AS SELECT id, name FROM item;
CREATE TRIGGER shown_in INSTEAD OF INSERT ON shown BEGIN
    INSERT INTO item (name) VALUES (new.name);
END;
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    code TEXT COLLATE NOCASE
);
CREATE VIEW shown AS SELECT id, name FROM item;
CREATE TRIGGER shown_in INSTEAD OF INSERT ON shown BEGIN
    INSERT INTO item (name) VALUES (new.name);
END;
-- ==== up
-- Out of the way of what follows; created again below.
DROP TRIGGER shown_in;
DROP VIEW shown;

-- Table item is rebuilt: column code is `code TEXT COLLATE NOCASE` instead of `code TEXT`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    code TEXT COLLATE NOCASE
);
INSERT INTO item_new (id, name, code)
SELECT id, name, code FROM item;
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

-- Table item is rebuilt: column code is `code TEXT` instead of `code TEXT COLLATE NOCASE`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    code TEXT
);
INSERT INTO item_new (id, name, code)
SELECT id, name, code FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;

CREATE VIEW shown AS SELECT id, name FROM item;

CREATE TRIGGER shown_in INSTEAD OF INSERT ON shown BEGIN
    INSERT INTO item (name) VALUES (new.name);
END;
