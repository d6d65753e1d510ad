-- +goose Up
CREATE TABLE b (x);
-- +goose Down
SELECT 1;
