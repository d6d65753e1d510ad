-- Nor in that of a renaming.
-- rebuilt: none
-- renamed: item from thing
-- ==== before
CREATE TABLE thing (id INTEGER PRIMARY KEY);
CREATE VIEW broken AS SELECT absent FROM elsewhere;
-- ==== after
-- @renamed from=thing
CREATE TABLE item (id INTEGER PRIMARY KEY);
CREATE VIEW broken AS SELECT absent FROM elsewhere;
-- ==== up
-- Out of the way of what follows; created again below.
DROP VIEW broken;

ALTER TABLE thing RENAME TO item;

CREATE VIEW broken AS SELECT absent FROM elsewhere;
-- ==== down
-- Out of the way of what follows; created again below.
DROP VIEW broken;

ALTER TABLE item RENAME TO thing;

CREATE VIEW broken AS SELECT absent FROM elsewhere;
