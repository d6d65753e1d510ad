-- Not the first line:
-- no-transaction
CREATE TABLE t2 (x);
