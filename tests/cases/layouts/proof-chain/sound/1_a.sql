-- +goose Up
CREATE TABLE a (x);
-- +goose Down
DROP TABLE a;
