-- A default changes, and a trigger changes.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER DEFAULT 1
);
CREATE TRIGGER named AFTER UPDATE OF name ON item BEGIN SELECT 1; END;
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER DEFAULT 2
);
CREATE TRIGGER named AFTER INSERT ON item WHEN new.name IS NULL BEGIN
    UPDATE item SET name = 'none' WHERE id = new.id;
END;
-- ==== up
DROP TRIGGER named;

-- Table item is rebuilt: column level has default 2 instead of 1.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER DEFAULT 2
);
INSERT INTO item_new (id, name, level)
SELECT id, name, level FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;

CREATE TRIGGER named AFTER INSERT ON item WHEN new.name IS NULL BEGIN
    UPDATE item SET name = 'none' WHERE id = new.id;
END;
-- ==== down
DROP TRIGGER named;

-- Table item is rebuilt: column level has default 1 instead of 2.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    level INTEGER DEFAULT 1
);
INSERT INTO item_new (id, name, level)
SELECT id, name, level FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;

CREATE TRIGGER named AFTER UPDATE OF name ON item BEGIN SELECT 1; END;
