-- An index changes, and a view under a view changes.
-- rebuilt: none
-- ==== before
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT
);
CREATE INDEX ix_name ON item (name);
CREATE VIEW names AS SELECT name FROM item;
CREATE VIEW all_names AS SELECT * FROM names;
-- ==== after
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    name TEXT
);
CREATE UNIQUE INDEX ix_name ON item (lower(name) DESC, id COLLATE NOCASE) WHERE name IS NOT NULL;
CREATE VIEW names AS SELECT name FROM item WHERE name IS NOT NULL;
CREATE VIEW all_names AS SELECT * FROM names;
-- ==== up
-- View all_names is only out of the way of what follows; created again below.
DROP VIEW all_names;
DROP VIEW names;

DROP INDEX ix_name;

CREATE UNIQUE INDEX ix_name ON item (lower(name) DESC, id COLLATE NOCASE) WHERE name IS NOT NULL;

CREATE VIEW names AS SELECT name FROM item WHERE name IS NOT NULL;

CREATE VIEW all_names AS SELECT * FROM names;
-- ==== down
-- View all_names is only out of the way of what follows; created again below.
DROP VIEW all_names;
DROP VIEW names;

DROP INDEX ix_name;

CREATE INDEX ix_name ON item (name);

CREATE VIEW names AS SELECT name FROM item;

CREATE VIEW all_names AS SELECT * FROM names;
