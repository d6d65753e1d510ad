-- +goose Up
CREATE TABLE a (x);
-- +goose Sideways

-- +goose Down
DROP TABLE a;
