-- With foreign keys off a reference with a default can be added, too.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, owner INTEGER NOT NULL DEFAULT 1 REFERENCES item (id));
-- ==== up
-- hazard constraint: table item: a row without its row in item makes the migration fail
ALTER TABLE item ADD COLUMN owner INTEGER NOT NULL DEFAULT 1 REFERENCES item (id);
-- ==== down
-- hazard values-lost: column item.owner: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
ALTER TABLE item DROP COLUMN owner;
