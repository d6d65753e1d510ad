-- Mail.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE mail (id INTEGER PRIMARY KEY, body TEXT);

-- migrate:down
DROP TABLE mail;
