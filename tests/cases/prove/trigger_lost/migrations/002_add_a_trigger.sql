-- Add a trigger.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TRIGGER tr_user BEFORE DELETE ON user BEGIN SELECT RAISE(ABORT, 'users stay'); END;

-- migrate:down
DROP TRIGGER tr_user;
