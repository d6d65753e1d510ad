-- A check that stays sees other values, and values by another collation.
-- rebuilt: item, other
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, code TEXT, CHECK (code <> 'k'));
CREATE TABLE other (id INTEGER PRIMARY KEY, code TEXT, CHECK (code <> 'K'));
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, code TEXT NOT NULL DEFAULT 'k', CHECK (code <> 'k'));
CREATE TABLE other (id INTEGER PRIMARY KEY, code TEXT COLLATE NOCASE, CHECK (code <> 'K'));
-- ==== up
-- Table item is rebuilt: column code is NOT NULL; column code has default 'k' instead of none.
-- hazard values-changed: column item.code: NULL becomes 'k'
-- hazard constraint: table item: a row that breaks CHECK (code <> 'k') makes the migration fail
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, code TEXT NOT NULL DEFAULT 'k', CHECK (code <> 'k'));
INSERT INTO item_new (id, code)
SELECT id, coalesce(code, 'k') FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;

-- Table other is rebuilt: column code is `code TEXT COLLATE NOCASE` instead of `code TEXT`.
-- hazard constraint: table other: a row that breaks CHECK (code <> 'K') makes the migration fail
-- hazard table-rewritten: table other: all its rows are written anew
CREATE TABLE other_new (id INTEGER PRIMARY KEY, code TEXT COLLATE NOCASE, CHECK (code <> 'K'));
INSERT INTO other_new (id, code)
SELECT id, code FROM other;
DROP TABLE other;
ALTER TABLE other_new RENAME TO other;
-- ==== down
-- Table item is rebuilt: column code may be NULL; column code has no default instead of 'k'.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, code TEXT, CHECK (code <> 'k'));
INSERT INTO item_new (id, code)
SELECT id, code FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;

-- Table other is rebuilt: column code is `code TEXT` instead of `code TEXT COLLATE NOCASE`.
-- hazard constraint: table other: a row that breaks CHECK (code <> 'K') makes the migration fail
-- hazard table-rewritten: table other: all its rows are written anew
CREATE TABLE other_new (id INTEGER PRIMARY KEY, code TEXT, CHECK (code <> 'K'));
INSERT INTO other_new (id, code)
SELECT id, code FROM other;
DROP TABLE other;
ALTER TABLE other_new RENAME TO other;
