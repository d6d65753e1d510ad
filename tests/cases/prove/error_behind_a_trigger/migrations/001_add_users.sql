-- Add users.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE user (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TRIGGER tr_user AFTER INSERT ON user BEGIN
    INSERT INTO journal (line) VALUES (new.name);
END;

-- migrate:down
DROP TABLE user;
