-- Roll back in a trigger.
--
-- Revision ID: 006
-- Revises: 001

-- migrate:up
CREATE TABLE place (id INTEGER PRIMARY KEY, body TEXT);
INSERT INTO place SELECT id, body FROM note;
CREATE TRIGGER placed AFTER DELETE ON note BEGIN
    SELECT run('ROLLBACK');
END;
DELETE FROM note;

-- migrate:down
DROP TRIGGER placed;
DROP TABLE place;
