-- A collation is added, and a trigger changes.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    code TEXT
);
CREATE TRIGGER named AFTER UPDATE OF name ON item BEGIN SELECT 1; END;
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    code TEXT COLLATE NOCASE
);
CREATE TRIGGER named AFTER INSERT ON item WHEN new.name IS NULL BEGIN
    UPDATE item SET name = 'none' WHERE id = new.id;
END;
-- ==== up
DROP TRIGGER named;

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

CREATE TRIGGER named AFTER INSERT ON item WHEN new.name IS NULL BEGIN
    UPDATE item SET name = 'none' WHERE id = new.id;
END;
-- ==== down
DROP TRIGGER named;

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

CREATE TRIGGER named AFTER UPDATE OF name ON item BEGIN SELECT 1; END;
