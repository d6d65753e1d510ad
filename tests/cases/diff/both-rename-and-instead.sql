-- A column is renamed, and a view with a trigger stays.
-- rebuilt: none
-- renamed: item.title from label
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    label TEXT
);
CREATE VIEW shown AS SELECT id, name FROM item;
CREATE TRIGGER shown_in INSTEAD OF INSERT ON shown BEGIN
    INSERT INTO item (name) VALUES (new.name);
END;
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    title TEXT -- @renamed from=label
);
CREATE VIEW shown AS SELECT id, name FROM item;
CREATE TRIGGER shown_in INSTEAD OF INSERT ON shown BEGIN
    INSERT INTO item (name) VALUES (new.name);
END;
-- ==== up
ALTER TABLE item RENAME COLUMN label TO title;
-- ==== down
ALTER TABLE item RENAME COLUMN title TO label;
