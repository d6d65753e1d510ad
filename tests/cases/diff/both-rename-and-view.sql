-- A column is renamed, and a view under a view changes.
-- rebuilt: none
-- renamed: item.title from label
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    label TEXT
);
CREATE VIEW names AS SELECT name FROM item;
CREATE VIEW all_names AS SELECT * FROM names;
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    title TEXT -- @renamed from=label
);
CREATE VIEW names AS SELECT name FROM item WHERE name IS NOT NULL;
CREATE VIEW all_names AS SELECT * FROM names;
-- ==== up
ALTER TABLE item RENAME COLUMN label TO title;

-- View all_names is only out of the way of what follows; created again below.
DROP VIEW all_names;
DROP VIEW names;

CREATE VIEW names AS SELECT name FROM item WHERE name IS NOT NULL;

CREATE VIEW all_names AS SELECT * FROM names;
-- ==== down
ALTER TABLE item RENAME COLUMN title TO label;

-- View all_names is only out of the way of what follows; created again below.
DROP VIEW all_names;
DROP VIEW names;

CREATE VIEW names AS SELECT name FROM item;

CREATE VIEW all_names AS SELECT * FROM names;
