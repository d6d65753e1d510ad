-- Broken branch.
--
-- Revision ID: 002a
-- Revises: 001

-- migrate:up
CREATE TABLE a (id INTEGER PRIMARY KEY);
INSERT INTO b VALUES (1);

-- migrate:down
DROP TABLE a;
