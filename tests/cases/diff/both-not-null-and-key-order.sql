-- NULL is no longer allowed, and the key changes its order.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER,
    name TEXT,
    kind TEXT,
    PRIMARY KEY (id, name)
);
-- ==== after
CREATE TABLE item (
    id INTEGER,
    name TEXT,
    kind TEXT NOT NULL DEFAULT 'k',
    PRIMARY KEY (name, id)
);
-- ==== up
-- Table item is rebuilt: column kind is NOT NULL; column kind has default 'k' instead of none; the
-- primary key is (name, id) instead of (id, name).
-- hazard values-changed: column item.kind: NULL becomes 'k'
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER,
    name TEXT,
    kind TEXT NOT NULL DEFAULT 'k',
    PRIMARY KEY (name, id)
);
INSERT INTO item_new (rowid, id, name, kind)
SELECT rowid, id, name, coalesce(kind, 'k') FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column kind may be NULL; column kind has no default instead of 'k'; the
-- primary key is (id, name) instead of (name, id).
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER,
    name TEXT,
    kind TEXT,
    PRIMARY KEY (id, name)
);
INSERT INTO item_new (rowid, id, name, kind)
SELECT rowid, id, name, kind FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
