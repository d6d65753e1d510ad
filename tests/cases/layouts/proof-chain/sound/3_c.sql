-- +goose Up
CREATE TABLE c (x);
-- +goose Down
DROP TABLE c;
DROP TABLE b;
