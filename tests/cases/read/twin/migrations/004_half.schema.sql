-- migrate:up
ALTER TABLE user ADD COLUMN code;
