-- Copy users by way of temporary objects.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TEMP TABLE old_user AS SELECT * FROM user;
ALTER TABLE user ADD COLUMN seen INTEGER;
DROP TABLE old_user;
CREATE TEMP VIEW user_names AS SELECT id FROM user;
DROP VIEW temp.user_names;

-- migrate:down
CREATE TEMP TABLE old_user AS SELECT * FROM user;
ALTER TABLE user DROP COLUMN seen;
DROP TABLE temp.old_user;
