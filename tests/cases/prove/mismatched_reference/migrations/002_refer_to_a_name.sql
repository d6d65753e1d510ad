-- Refer to a name.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE badge (id INTEGER PRIMARY KEY, user_name TEXT REFERENCES user (name));

-- migrate:down
DROP TABLE badge;
