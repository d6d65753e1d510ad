-- A view with a trigger stays, and the table is renamed.
-- rebuilt: none
-- renamed: item from thing
-- ==== before
CREATE TABLE thing (
    id INTEGER PRIMARY KEY,
    name TEXT
);
CREATE VIEW shown AS SELECT id, name FROM thing;
CREATE TRIGGER shown_in INSTEAD OF INSERT ON shown BEGIN
    INSERT INTO thing (name) VALUES (new.name);
END;
-- ==== after
-- @renamed from=thing
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT
);
CREATE VIEW shown AS SELECT id, name FROM item;
CREATE TRIGGER shown_in INSTEAD OF INSERT ON shown BEGIN
    INSERT INTO item (name) VALUES (new.name);
END;
-- ==== up
ALTER TABLE thing RENAME TO item;
-- ==== down
ALTER TABLE item RENAME TO thing;
