-- A column is dropped, and a view under a view changes.
-- rebuilt: none
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT,
    gone TEXT
);
CREATE VIEW names AS SELECT name FROM item;
CREATE VIEW all_names AS SELECT * FROM names;
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT
);
CREATE VIEW names AS SELECT name FROM item WHERE name IS NOT NULL;
CREATE VIEW all_names AS SELECT * FROM names;
-- ==== up
-- View all_names is only out of the way of what follows; created again below.
DROP VIEW all_names;
DROP VIEW names;

-- hazard values-lost: column item.gone: its values are lost
-- hazard table-rewritten: table item: all its rows are written anew
ALTER TABLE item DROP COLUMN gone;

CREATE VIEW names AS SELECT name FROM item WHERE name IS NOT NULL;

CREATE VIEW all_names AS SELECT * FROM names;
-- ==== down
-- View all_names is only out of the way of what follows; created again below.
DROP VIEW all_names;
DROP VIEW names;

ALTER TABLE item ADD COLUMN gone TEXT;

CREATE VIEW names AS SELECT name FROM item;

CREATE VIEW all_names AS SELECT * FROM names;
