-- Nor in that of ALTER.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
CREATE VIEW broken AS SELECT absent FROM elsewhere;
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE VIEW broken AS SELECT absent FROM elsewhere;
-- ==== up
ALTER TABLE item ADD COLUMN at TEXT;
-- ==== down
-- Out of the way of what follows; created again below.
DROP VIEW broken;

-- hazard values-lost: column item.at: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
ALTER TABLE item DROP COLUMN at;

CREATE VIEW broken AS SELECT absent FROM elsewhere;
