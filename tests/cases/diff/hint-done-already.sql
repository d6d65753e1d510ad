-- A hint that was followed by an earlier revision is no more than a comment.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT, -- @renamed from=label
    note TEXT
);
-- ==== up
ALTER TABLE item ADD COLUMN note TEXT;
-- ==== down
-- hazard values-lost: column item.note: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
ALTER TABLE item DROP COLUMN note;
