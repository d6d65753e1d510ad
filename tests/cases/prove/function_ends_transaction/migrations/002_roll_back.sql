-- Roll back.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE place (id INTEGER PRIMARY KEY, body TEXT);
INSERT INTO place SELECT id, body FROM note;
SELECT run('ROLLBACK');
DELETE FROM note;

-- migrate:down
DROP TABLE place;
