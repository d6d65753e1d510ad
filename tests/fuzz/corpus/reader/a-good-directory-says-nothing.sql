-- Add an index.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
INSERT INTO user (name) VALUES ('
-- migrate:down
');
/*
-- migrate:down
*/
CREATE TRIGGER tr AFTER INSERT ON user BEGIN
    UPDATE user SET name = '
-- migrate:down irreversible
';
END;

  --migrate:down
DELETE FROM user;
