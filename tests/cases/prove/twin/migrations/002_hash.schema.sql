-- migrate:up
ALTER TABLE user ADD COLUMN code;
ALTER TABLE usr ADD COLUMN salt;

-- migrate:down
ALTER TABLE user DROP COLUMN code;
