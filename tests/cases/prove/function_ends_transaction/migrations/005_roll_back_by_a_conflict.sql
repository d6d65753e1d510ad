-- Roll back by a conflict.
--
-- Revision ID: 005
-- Revises: 001

-- migrate:up
CREATE TABLE place (id INTEGER PRIMARY KEY, body TEXT);
INSERT INTO place SELECT id, body FROM note;
SELECT run('INSERT OR ROLLBACK INTO place VALUES (1, 2)');
DELETE FROM note;

-- migrate:down
DROP TABLE place;
