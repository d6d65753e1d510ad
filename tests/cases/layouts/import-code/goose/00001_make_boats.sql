-- +goose Up
CREATE TABLE boat (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
-- +goose Down
DROP TABLE boat;
