-- Roll back on the way down.
--
-- Revision ID: 007
-- Revises: 001

-- migrate:up
CREATE TABLE spot (id INTEGER PRIMARY KEY, body TEXT);
INSERT INTO spot SELECT id, body FROM note;


-- migrate:down
SELECT run('ROLLBACK');
DROP TABLE spot;
