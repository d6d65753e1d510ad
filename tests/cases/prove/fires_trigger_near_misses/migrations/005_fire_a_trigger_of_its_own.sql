-- Fire a trigger of its own.
--
-- Revision ID: 005
-- Revises: 004

-- migrate:up
CREATE TRIGGER memo_cleared AFTER UPDATE OF body ON memo BEGIN
    DELETE FROM trail;
END;
UPDATE memo SET body = '';

-- migrate:down
DROP TRIGGER memo_cleared;
