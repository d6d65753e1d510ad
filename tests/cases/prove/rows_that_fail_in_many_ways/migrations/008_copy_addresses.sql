-- Copy addresses.
--
-- Revision ID: 008
-- Revises: 007

-- migrate:up
CREATE TABLE c2 (id INTEGER PRIMARY KEY, m TEXT NOT NULL);
INSERT INTO c2 SELECT id, mail FROM user;

-- migrate:down
DROP TABLE c2;
