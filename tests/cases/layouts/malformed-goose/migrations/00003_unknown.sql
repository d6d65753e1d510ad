-- +goose Upp
-- +goose Up
-- +goose ENVSUB ON
CREATE TABLE ${c} (x);
-- +goose StatementBegin
SELECT 1;
