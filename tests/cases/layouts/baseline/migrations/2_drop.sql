-- +goose Up
DROP TABLE old;
-- +goose Down
SELECT 1;
