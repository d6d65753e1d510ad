-- Triggers come back after a rebuild.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE TRIGGER item_named AFTER UPDATE OF name ON item BEGIN
    UPDATE item SET at = 'now' WHERE id = new.id; -- when
END;
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT COLLATE NOCASE, at TEXT);
CREATE TRIGGER item_named AFTER UPDATE OF name ON item BEGIN
    UPDATE item SET at = 'now' WHERE id = new.id; -- when
END;
-- ==== up
-- Out of the way of what follows; created again below.
DROP TRIGGER item_named;

-- Table item is rebuilt: column name is `name TEXT COLLATE NOCASE` instead of `name TEXT`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT COLLATE NOCASE, at TEXT);
INSERT INTO item_new (id, name, at)
SELECT id, name, at FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;

CREATE TRIGGER item_named AFTER UPDATE OF name ON item BEGIN
    UPDATE item SET at = 'now' WHERE id = new.id; -- when
END;
-- ==== down
-- Out of the way of what follows; created again below.
DROP TRIGGER item_named;

-- Table item is rebuilt: column name is `name TEXT` instead of `name TEXT COLLATE NOCASE`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
INSERT INTO item_new (id, name, at)
SELECT id, name, at FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;

CREATE TRIGGER item_named AFTER UPDATE OF name ON item BEGIN
    UPDATE item SET at = 'now' WHERE id = new.id; -- when
END;
