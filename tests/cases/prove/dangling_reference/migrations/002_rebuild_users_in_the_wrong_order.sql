-- Rebuild users in the wrong order.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
ALTER TABLE user RENAME TO user_old;
CREATE TABLE user (id INTEGER PRIMARY KEY, name VARCHAR(64) NOT NULL, status TEXT);
INSERT INTO user SELECT * FROM user_old;
DROP TABLE user_old;

-- migrate:down irreversible
