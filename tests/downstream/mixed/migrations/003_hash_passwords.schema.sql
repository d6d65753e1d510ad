-- migrate:up
ALTER TABLE user ADD COLUMN password_hash TEXT;
ALTER TABLE user DROP COLUMN password;

-- migrate:down irreversible
