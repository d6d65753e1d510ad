-- Add roles.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE role (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
INSERT INTO role VALUES (1, 'admin'), (2, 'user');
CREATE TABLE user_role (user INTEGER NOT NULL REFERENCES user (id), role INTEGER NOT NULL REFERENCES role (id), PRIMARY KEY (user, role));
INSERT INTO user_role SELECT id, 2 FROM user;
INSERT INTO user_role SELECT min(id), 1 FROM user HAVING count(*) > 0;

-- migrate:down irreversible
