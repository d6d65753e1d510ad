-- Open a savepoint.
--
-- Revision ID: 004
-- Revises: 001

-- migrate:up
CREATE TABLE place (id INTEGER PRIMARY KEY, body TEXT);
INSERT INTO place SELECT id, body FROM note;
SELECT run('SAVEPOINT mine; RELEASE mine');
DELETE FROM note;

-- migrate:down
DROP TABLE place;
