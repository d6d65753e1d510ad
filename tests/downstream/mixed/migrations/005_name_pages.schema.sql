-- migrate:up
ALTER TABLE page ADD COLUMN title TEXT;

-- migrate:down
ALTER TABLE page DROP COLUMN title;
