-- An index takes the name of a table that goes.
-- rebuilt: none
-- ==== before
CREATE TABLE a (x);
CREATE TABLE b (x);
-- ==== after
CREATE TABLE a (x);
CREATE INDEX b ON a (x);
-- ==== up
-- hazard rows-lost: table b: its rows are lost
DROP TABLE b;

CREATE INDEX b ON a (x);
-- ==== down
DROP INDEX b;

CREATE TABLE b (x);
