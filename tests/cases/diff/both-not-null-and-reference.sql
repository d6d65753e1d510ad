-- NULL is no longer allowed, and the actions of a reference change.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    kind TEXT,
    maker INTEGER REFERENCES maker (id)
);
CREATE TABLE maker (id INTEGER PRIMARY KEY);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    kind TEXT NOT NULL DEFAULT 'k',
    maker INTEGER REFERENCES maker (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE maker (id INTEGER PRIMARY KEY);
-- ==== up
-- Table item is rebuilt: column kind is NOT NULL; column kind has default 'k' instead of none; column
-- maker is `… REFERENCES maker (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED` instead of
-- `maker INTEGER REFERENCES maker (id)`.
-- hazard values-changed: column item.kind: NULL becomes 'k'
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    kind TEXT NOT NULL DEFAULT 'k',
    maker INTEGER REFERENCES maker (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO item_new (id, name, kind, maker)
SELECT id, name, coalesce(kind, 'k'), maker FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column kind may be NULL; column kind has no default instead of 'k'; column
-- maker is `maker INTEGER REFERENCES maker (id)` instead of
-- `… REFERENCES maker (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    kind TEXT,
    maker INTEGER REFERENCES maker (id)
);
INSERT INTO item_new (id, name, kind, maker)
SELECT id, name, kind, maker FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
