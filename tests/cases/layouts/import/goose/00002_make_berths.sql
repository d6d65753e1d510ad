-- +goose Up
PRAGMA foreign_keys = OFF;
CREATE TABLE berth (id INTEGER PRIMARY KEY, boat_id REFERENCES boat (id));
