-- +goose Up
CREATE TABLE a (x);
-- +goose StatementEnd
-- +goose Down
DROP TABLE a;
-- +goose Down
