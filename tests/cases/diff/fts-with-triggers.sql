-- Triggers that feed a text search come back.
-- rebuilt: item
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
CREATE VIRTUAL TABLE search USING fts5(name, content='item', content_rowid='id');
CREATE TRIGGER item_in AFTER INSERT ON item BEGIN INSERT INTO search (rowid, name) VALUES (new.id, new.name); END;
CREATE TRIGGER item_out AFTER DELETE ON item BEGIN INSERT INTO search (search, rowid, name) VALUES ('delete', old.id, old.name); END;
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT NOT NULL DEFAULT '', at TEXT);
CREATE VIRTUAL TABLE search USING fts5(name, content='item', content_rowid='id');
CREATE TRIGGER item_in AFTER INSERT ON item BEGIN INSERT INTO search (rowid, name) VALUES (new.id, new.name); END;
CREATE TRIGGER item_out AFTER DELETE ON item BEGIN INSERT INTO search (search, rowid, name) VALUES ('delete', old.id, old.name); END;
-- ==== up
-- Out of the way of what follows; created again below.
DROP TRIGGER item_out;
DROP TRIGGER item_in;

-- Table item is rebuilt: column name is NOT NULL; column name has default '' instead of none.
-- hazard values-changed: column item.name: NULL becomes ''
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL DEFAULT '', at TEXT);
INSERT INTO item_new (id, name, at)
SELECT id, coalesce(name, ''), at FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;

INSERT INTO search (search) VALUES ('rebuild');

CREATE TRIGGER item_in AFTER INSERT ON item BEGIN INSERT INTO search (rowid, name) VALUES (new.id, new.name); END;

CREATE TRIGGER item_out AFTER DELETE ON item BEGIN INSERT INTO search (search, rowid, name) VALUES ('delete', old.id, old.name); END;
-- ==== down
-- Out of the way of what follows; created again below.
DROP TRIGGER item_out;
DROP TRIGGER item_in;

-- Table item is rebuilt: column name may be NULL; column name has no default instead of ''.
-- hazard table-rewritten: table item: all its rows are written anew
CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT, at TEXT);
INSERT INTO item_new (id, name, at)
SELECT id, name, at FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;

INSERT INTO search (search) VALUES ('rebuild');

CREATE TRIGGER item_in AFTER INSERT ON item BEGIN INSERT INTO search (rowid, name) VALUES (new.id, new.name); END;

CREATE TRIGGER item_out AFTER DELETE ON item BEGIN INSERT INTO search (search, rowid, name) VALUES ('delete', old.id, old.name); END;
