-- migrate:up
ALTER TABLE user ADD COLUMN code;

-- migrate:down
ALTER TABLE user DROP COLUMN code;
