-- Add a trigger.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TRIGGER tr_user AFTER INSERT ON user
BEGIN
    INSERT INTO log (line) VALUES ('a;b'); -- it's
    UPDATE user SET name = upper(name) WERE id = new.id;
END;

-- migrate:down
DROP TRIGGER tr_user;
