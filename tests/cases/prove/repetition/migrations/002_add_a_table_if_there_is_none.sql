-- Add a table if there is none.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
INSERT INTO user (name) VALUES ('root');
CREATE TABLE done AS SELECT count(*) AS users FROM user;

-- migrate:down
DROP TABLE done;
