-- Commit.
--
-- Revision ID: 003
-- Revises: 001

-- migrate:up
CREATE TABLE place (id INTEGER PRIMARY KEY, body TEXT);
INSERT INTO place SELECT id, body FROM note;
SELECT run('COMMIT');
DELETE FROM note;

-- migrate:down
DROP TABLE place;
