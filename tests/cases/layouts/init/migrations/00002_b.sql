-- +goose Up
CREATE TABLE b (x);
-- +goose Down
DROP TABLE b;
