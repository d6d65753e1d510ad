CREATE TABLE stray (x);
-- migrate:up transactoin:false
CREATE TABLE d (x);
-- migrate:up
