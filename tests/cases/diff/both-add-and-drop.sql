-- A column is added, and a column is dropped.
-- rebuilt: none
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    gone TEXT
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    note TEXT
);
-- ==== up
-- hazard values-lost: column item.gone: its values are lost
ALTER TABLE item ADD COLUMN note TEXT;
ALTER TABLE item DROP COLUMN gone;
-- ==== down
-- hazard values-lost: column item.note: its values are lost
ALTER TABLE item ADD COLUMN gone TEXT;
ALTER TABLE item DROP COLUMN note;
