-- NULL is no longer allowed, and a check is added.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    kind TEXT,
    n INTEGER
);
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    kind TEXT NOT NULL DEFAULT 'k',
    n INTEGER CHECK (n < 100)
);
-- ==== up
-- Table item is rebuilt: column kind is NOT NULL; column kind has default 'k' instead of none; column
-- n is `n INTEGER CHECK (n < 100)` instead of `n INTEGER`.
-- hazard values-changed: column item.kind: NULL becomes 'k'
-- hazard constraint: table item: a row that breaks CHECK (n < 100) makes the migration fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    kind TEXT NOT NULL DEFAULT 'k',
    n INTEGER CHECK (n < 100)
);
INSERT INTO item_new (id, name, kind, n)
SELECT id, name, coalesce(kind, 'k'), n FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column kind may be NULL; column kind has no default instead of 'k'; column n
-- is `n INTEGER` instead of `n INTEGER CHECK (n < 100)`.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER PRIMARY KEY,
    name TEXT,
    kind TEXT,
    n INTEGER
);
INSERT INTO item_new (id, name, kind, n)
SELECT id, name, kind, n FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
