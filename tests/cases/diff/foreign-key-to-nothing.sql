-- A table is dropped that another one refers to.
-- rebuilt: none
-- ==== before
CREATE TABLE maker (id INTEGER PRIMARY KEY);
CREATE TABLE item (id INTEGER PRIMARY KEY, maker INTEGER REFERENCES maker (id));
-- ==== after
CREATE TABLE item (id INTEGER PRIMARY KEY, maker INTEGER REFERENCES maker (id));
-- ==== refused
[foreign-key] table item: table item refers to table maker, which this schema does not have. Correct its REFERENCES clause, or keep the other table
