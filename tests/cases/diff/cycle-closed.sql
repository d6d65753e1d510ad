-- A column closes a circle, by ALTER.
-- rebuilt: none
-- ==== before
CREATE TABLE a (id INTEGER PRIMARY KEY);
CREATE TABLE b (id INTEGER PRIMARY KEY, a INTEGER REFERENCES a (id));
-- ==== after
CREATE TABLE a (id INTEGER PRIMARY KEY, b INTEGER REFERENCES b (id));
CREATE TABLE b (id INTEGER PRIMARY KEY, a INTEGER REFERENCES a (id));
-- ==== up
ALTER TABLE a ADD COLUMN b INTEGER REFERENCES b (id);
-- ==== down
-- hazard values-lost: column a.b: its values are lost
-- hazard table-rewritten: table a: all its rows are written anew
ALTER TABLE a DROP COLUMN b;
