-- migrate:up
CREATE TABLE t10 (x);
-- migrate:down
DROP TABLE t10;
