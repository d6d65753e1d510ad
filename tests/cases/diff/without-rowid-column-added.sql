-- ALTER works on such a table, too.
-- rebuilt: none
-- ==== before
CREATE TABLE item (code TEXT PRIMARY KEY, v) WITHOUT ROWID;
-- ==== after
CREATE TABLE item (code TEXT PRIMARY KEY, v, note TEXT) WITHOUT ROWID;
-- ==== up
ALTER TABLE item ADD COLUMN note TEXT;
-- ==== down
-- hazard values-lost: column item.note: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
ALTER TABLE item DROP COLUMN note;
