-- References and triggers follow a renamed table.
-- rebuilt: none
-- renamed: item from thing
-- ==== before
CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE part (id INTEGER PRIMARY KEY, thing INTEGER REFERENCES thing (id));
CREATE TRIGGER part_gone AFTER DELETE ON part BEGIN UPDATE thing SET name = '' WHERE id = old.thing; END;
-- ==== after
-- @renamed from=thing
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE part (id INTEGER PRIMARY KEY, thing INTEGER REFERENCES item (id));
CREATE TRIGGER part_gone AFTER DELETE ON part BEGIN UPDATE item SET name = '' WHERE id = old.thing; END;
-- ==== up
ALTER TABLE thing RENAME TO item;
-- ==== down
ALTER TABLE item RENAME TO thing;
