-- A view under a view changes, and the table is renamed.
-- rebuilt: none
-- renamed: item from thing
-- ==== before
CREATE TABLE thing (
    id INTEGER PRIMARY KEY,
    name TEXT
);
CREATE VIEW names AS SELECT name FROM thing;
CREATE VIEW all_names AS SELECT * FROM names;
-- ==== after
-- @renamed from=thing
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT
);
CREATE VIEW names AS SELECT name FROM item WHERE name IS NOT NULL;
CREATE VIEW all_names AS SELECT * FROM names;
-- ==== up
ALTER TABLE thing RENAME TO item;

-- View all_names is only out of the way of what follows; created again below.
DROP VIEW all_names;
DROP VIEW names;

CREATE VIEW names AS SELECT name FROM item WHERE name IS NOT NULL;

CREATE VIEW all_names AS SELECT * FROM names;
-- ==== down
ALTER TABLE item RENAME TO thing;

-- View all_names is only out of the way of what follows; created again below.
DROP VIEW all_names;
DROP VIEW names;

CREATE VIEW names AS SELECT name FROM thing;

CREATE VIEW all_names AS SELECT * FROM names;
