-- migrate:up
CREATE TABLE t2 (x);
