-- migrate:up transaction:false
CREATE TABLE t1 (x);
  -- migrate:down
CREATE TABLE t1_more (x);
-- migrate:down transaction:false
DROP TABLE t1;
DROP TABLE t1_more;
