-- +goose ENVSUB ON
-- +goose Up
CREATE TABLE boat${SUFFIX} (x);
-- +goose ENVSUB OFF
