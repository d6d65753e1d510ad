-- ON CONFLICT is added, and a view with a trigger stays.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    u TEXT UNIQUE
);
CREATE VIEW shown AS SELECT id, name FROM item;
CREATE TRIGGER shown_in INSTEAD OF INSERT ON shown BEGIN
    INSERT INTO item (name) VALUES (new.name);
END;
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    u TEXT UNIQUE ON CONFLICT IGNORE
);
CREATE VIEW shown AS SELECT id, name FROM item;
CREATE TRIGGER shown_in INSTEAD OF INSERT ON shown BEGIN
    INSERT INTO item (name) VALUES (new.name);
END;
-- ==== up
-- Out of the way of what follows; created again below.
DROP TRIGGER shown_in;
DROP VIEW shown;

-- Table item is rebuilt: column u is `u TEXT UNIQUE ON CONFLICT IGNORE` instead of `u TEXT UNIQUE`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    u TEXT UNIQUE ON CONFLICT IGNORE
);
INSERT OR ABORT INTO item_new (id, name, u)
SELECT id, name, u FROM item;
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

-- Table item is rebuilt: column u is `u TEXT UNIQUE` instead of `u TEXT UNIQUE ON CONFLICT IGNORE`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    u TEXT UNIQUE
);
INSERT INTO item_new (id, name, u)
SELECT id, name, u FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;

CREATE VIEW shown AS SELECT id, name FROM item;

CREATE TRIGGER shown_in INSTEAD OF INSERT ON shown BEGIN
    INSERT INTO item (name) VALUES (new.name);
END;
