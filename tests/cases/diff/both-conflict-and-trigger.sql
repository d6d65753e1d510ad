-- ON CONFLICT is added, and a trigger changes.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    u TEXT UNIQUE
);
CREATE TRIGGER named AFTER UPDATE OF name ON item BEGIN SELECT 1; END;
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    u TEXT UNIQUE ON CONFLICT IGNORE
);
CREATE TRIGGER named AFTER INSERT ON item WHEN new.name IS NULL BEGIN
    UPDATE item SET name = 'none' WHERE id = new.id;
END;
-- ==== up
DROP TRIGGER named;

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

CREATE TRIGGER named AFTER INSERT ON item WHEN new.name IS NULL BEGIN
    UPDATE item SET name = 'none' WHERE id = new.id;
END;
-- ==== down
DROP TRIGGER named;

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

CREATE TRIGGER named AFTER UPDATE OF name ON item BEGIN SELECT 1; END;
