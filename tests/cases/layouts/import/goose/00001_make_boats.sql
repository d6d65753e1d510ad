-- +goose Up
-- +goose StatementBegin
CREATE TABLE boat (id INTEGER PRIMARY KEY);
-- +goose StatementEnd

-- +goose Down
DROP TABLE boat;
