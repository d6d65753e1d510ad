-- +goose Up
CREATE TABLE d (x);
