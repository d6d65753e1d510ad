-- ON CONFLICT is added, and the key changes its order.
-- rebuilt: item
-- ==== before
CREATE TABLE item (
    id INTEGER,
    name TEXT,
    u TEXT UNIQUE,
    PRIMARY KEY (id, name)
);
-- ==== after
CREATE TABLE item (
    id INTEGER,
    name TEXT,
    u TEXT UNIQUE ON CONFLICT IGNORE,
    PRIMARY KEY (name, id)
);
-- ==== up
-- Table item is rebuilt: column u is `u TEXT UNIQUE ON CONFLICT IGNORE` instead of `u TEXT UNIQUE`;
-- the primary key is (name, id) instead of (id, name).
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER,
    name TEXT,
    u TEXT UNIQUE ON CONFLICT IGNORE,
    PRIMARY KEY (name, id)
);
INSERT OR ABORT INTO item_new (rowid, id, name, u)
SELECT rowid, id, name, u FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
-- ==== down
-- Table item is rebuilt: column u is `u TEXT UNIQUE` instead of `u TEXT UNIQUE ON CONFLICT IGNORE`;
-- the primary key is (id, name) instead of (name, id).
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (
    id INTEGER,
    name TEXT,
    u TEXT UNIQUE,
    PRIMARY KEY (id, name)
);
INSERT INTO item_new (rowid, id, name, u)
SELECT rowid, id, name, u FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
