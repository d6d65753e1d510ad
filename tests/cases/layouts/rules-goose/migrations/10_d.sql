-- +goose NO TRANSACTION
-- +goose Up
CREATE TABLE t10 (x);
-- +goose Down
DROP TABLE t10;
