-- Comments of added columns are kept.
-- rebuilt: none
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT, -- as printed
    -- In grams.
    weight INTEGER
);
-- ==== up
-- as printed
ALTER TABLE item ADD COLUMN name TEXT;
-- In grams.
ALTER TABLE item ADD COLUMN weight INTEGER;
-- ==== down
-- hazard values-lost: column item.name: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
ALTER TABLE item DROP COLUMN name;
-- hazard values-lost: column item.weight: its values are lost
ALTER TABLE item DROP COLUMN weight;
