-- Without a hint a table of another name is another table.
-- rebuilt: none
-- ==== before
CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT);
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
-- ==== up
CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);

-- hazard rows-lost: table thing: its rows are lost
DROP TABLE thing;
-- ==== down
CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT);

-- hazard rows-lost: table item: its rows are lost
DROP TABLE item;
