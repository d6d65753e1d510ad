-- A table takes the name of a view.
-- rebuilt: none
-- ==== before
CREATE TABLE a (x);
CREATE VIEW b AS SELECT x FROM a;
-- ==== after
CREATE TABLE a (x);
CREATE TABLE b (x);
-- ==== up
DROP VIEW b;

CREATE TABLE b (x);
-- ==== down
-- hazard rows-lost: table b: its rows are lost
DROP TABLE b;

CREATE VIEW b AS SELECT x FROM a;
