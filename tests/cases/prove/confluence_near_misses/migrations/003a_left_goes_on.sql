-- Left goes on.
--
-- Revision ID: 003a
-- Revises: 002a

-- migrate:up
ALTER TABLE user ADD COLUMN tag_id INTEGER REFERENCES tag (id);

-- migrate:down
ALTER TABLE user DROP COLUMN tag_id;
