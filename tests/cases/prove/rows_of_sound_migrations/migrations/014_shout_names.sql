-- Shout names.
--
-- Revision ID: 014
-- Revises: 013

-- migrate:up
CREATE TEMP TABLE kept AS SELECT id, name FROM user;
UPDATE user SET name = (SELECT upper(name) FROM kept WHERE kept.id = user.id);
DROP TABLE kept;

-- migrate:down irreversible
