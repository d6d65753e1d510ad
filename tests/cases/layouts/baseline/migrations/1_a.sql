-- +goose Up
CREATE TABLE a (x);
CREATE TABLE old (y);
-- +goose Down
DROP TABLE a;
