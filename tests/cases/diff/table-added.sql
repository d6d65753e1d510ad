-- A new table is created with its comment, its indexes behind it.
-- rebuilt: none
-- ==== before
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);

-- What items are called besides.
CREATE TABLE alias (
    item INTEGER NOT NULL REFERENCES item (id), -- the one meant
    name TEXT NOT NULL
);
CREATE INDEX ix_alias_name ON alias (name); -- for the search
-- ==== up
-- What items are called besides.
CREATE TABLE alias (
    item INTEGER NOT NULL REFERENCES item (id), -- the one meant
    name TEXT NOT NULL
);
CREATE INDEX ix_alias_name ON alias (name); -- for the search
-- ==== down
-- hazard rows-lost: table alias: its rows are lost
DROP TABLE alias;
