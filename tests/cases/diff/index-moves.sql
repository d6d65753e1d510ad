-- An index of the same name on another table.
-- rebuilt: none
-- ==== before
CREATE TABLE a (x);
CREATE TABLE b (x);
CREATE INDEX ix ON a (x);
-- ==== after
CREATE TABLE a (x);
CREATE TABLE b (x);
CREATE INDEX ix ON b (x);
-- ==== up
DROP INDEX ix;

CREATE INDEX ix ON b (x);
-- ==== down
DROP INDEX ix;

CREATE INDEX ix ON a (x);
