-- Write the version table.
--
-- Revision ID: 008
-- Revises: 001

-- migrate:up
CREATE TABLE place (id INTEGER PRIMARY KEY, body TEXT);
INSERT INTO place SELECT id, body FROM note;
SELECT run('DELETE FROM alembic_version');

-- migrate:down
DROP TABLE place;
