-- A view takes the name of a table.
-- rebuilt: none
-- ==== before
CREATE TABLE a (x);
CREATE TABLE b (x);
-- ==== after
CREATE TABLE a (x);
CREATE VIEW b AS SELECT x FROM a;
-- ==== up
-- hazard rows-lost: table b: its rows are lost
DROP TABLE b;

CREATE VIEW b AS SELECT x FROM a;
-- ==== down
DROP VIEW b;

CREATE TABLE b (x);
