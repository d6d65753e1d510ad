-- Use what is new.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
UPDATE user SET status = unixepoch('2001-02-03');
CREATE VIEW every AS SELECT name FROM user FULL OUTER JOIN message ON message.user_id = user.id;
UPDATE user SET status = name ->> '$.a' WHERE name IS NOT DISTINCT FROM status AND json_valid(name);

-- migrate:down
DROP VIEW every;
