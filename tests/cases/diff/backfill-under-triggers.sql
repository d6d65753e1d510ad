-- Triggers do not see a backfill.
-- rebuilt: none
-- made up: item.short
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, changes INTEGER DEFAULT 0);
CREATE TRIGGER item_changed AFTER UPDATE ON item WHEN new.changes = old.changes BEGIN UPDATE item SET changes = changes + 1 WHERE id = new.id; END;
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, changes INTEGER DEFAULT 0,
    short TEXT -- @backfill substr(name, 1, 3)
);
CREATE TRIGGER item_changed AFTER UPDATE ON item WHEN new.changes = old.changes BEGIN UPDATE item SET changes = changes + 1 WHERE id = new.id; END;
-- ==== up
-- Out of the way of what follows; created again below.
DROP TRIGGER item_changed;

ALTER TABLE item ADD COLUMN short TEXT;
-- hazard table-rewritten: table item: all its rows are written anew
UPDATE item SET short = substr(name, 1, 3);

CREATE TRIGGER item_changed AFTER UPDATE ON item WHEN new.changes = old.changes BEGIN UPDATE item SET changes = changes + 1 WHERE id = new.id; END;
-- ==== down
-- hazard values-lost: column item.short: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
ALTER TABLE item DROP COLUMN short;
