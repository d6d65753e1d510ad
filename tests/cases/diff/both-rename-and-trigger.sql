-- A column is renamed, and a trigger changes.
-- rebuilt: none
-- renamed: item.title from label
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    label TEXT
);
CREATE TRIGGER named AFTER UPDATE OF name ON item BEGIN SELECT 1; END;
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    title TEXT -- @renamed from=label
);
CREATE TRIGGER named AFTER INSERT ON item WHEN new.name IS NULL BEGIN
    UPDATE item SET name = 'none' WHERE id = new.id;
END;
-- ==== up
ALTER TABLE item RENAME COLUMN label TO title;

DROP TRIGGER named;

CREATE TRIGGER named AFTER INSERT ON item WHEN new.name IS NULL BEGIN
    UPDATE item SET name = 'none' WHERE id = new.id;
END;
-- ==== down
ALTER TABLE item RENAME COLUMN title TO label;

DROP TRIGGER named;

CREATE TRIGGER named AFTER UPDATE OF name ON item BEGIN SELECT 1; END;
