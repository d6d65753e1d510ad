-- A trigger changes, and the table is renamed.
-- rebuilt: none
-- renamed: item from thing
-- ==== before
CREATE TABLE thing (
    id INTEGER PRIMARY KEY,
    name TEXT
);
CREATE TRIGGER named AFTER UPDATE OF name ON thing BEGIN SELECT 1; END;
-- ==== after
-- @renamed from=thing
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT
);
CREATE TRIGGER named AFTER INSERT ON item WHEN new.name IS NULL BEGIN
    UPDATE item SET name = 'none' WHERE id = new.id;
END;
-- ==== up
ALTER TABLE thing RENAME TO item;

DROP TRIGGER named;

CREATE TRIGGER named AFTER INSERT ON item WHEN new.name IS NULL BEGIN
    UPDATE item SET name = 'none' WHERE id = new.id;
END;
-- ==== down
ALTER TABLE item RENAME TO thing;

DROP TRIGGER named;

CREATE TRIGGER named AFTER UPDATE OF name ON thing BEGIN SELECT 1; END;
