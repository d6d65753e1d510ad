-- +goose Up
CREATE TABLE a (x);
-- +goose Down
SELECT 1;
