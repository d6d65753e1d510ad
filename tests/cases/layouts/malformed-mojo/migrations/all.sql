-- 1 up
CREATE TABLE a (x);
-- 1 UP
CREATE TABLE b (x);
-- 2 down
DROP TABLE c;
