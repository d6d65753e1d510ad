-- Use what is old.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE format (full TEXT, concat TEXT, "unixepoch" INTEGER) STRICT;
INSERT INTO format (full, concat) SELECT name, 'a -> b' FROM user LEFT JOIN message ON message.user_id = user.id;
UPDATE user SET status = unixepoch('2001-02-03');

-- migrate:down
DROP TABLE format;
