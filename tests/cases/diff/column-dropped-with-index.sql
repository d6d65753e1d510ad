-- Its index goes first.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, note TEXT);
CREATE INDEX ix_note ON item (note);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
-- ==== up
DROP INDEX ix_note;

-- hazard values-lost: column item.note: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
ALTER TABLE item DROP COLUMN note;
-- ==== down
ALTER TABLE item ADD COLUMN note TEXT;
CREATE INDEX ix_note ON item (note);
