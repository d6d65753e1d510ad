-- +goose up
CREATE TABLE t1 (x);
-- +goose DOWN
DROP TABLE t1;
