-- The order in which a schema is written is no difference.
-- rebuilt: none
-- ==== before
CREATE TABLE a (x);
CREATE TABLE b (x);
CREATE INDEX ia ON a (x);
CREATE INDEX ib ON b (x);
-- ==== after
CREATE TABLE b (x);
CREATE INDEX ib ON b (x);
CREATE TABLE a (x);
CREATE INDEX ia ON a (x);
