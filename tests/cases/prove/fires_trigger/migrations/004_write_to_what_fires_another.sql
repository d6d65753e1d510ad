-- Write to what fires another.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
CREATE TRIGGER trailed AFTER INSERT ON trail BEGIN
    DELETE FROM memo WHERE id = new.memo;
END;

-- migrate:down
DROP TRIGGER trailed;
