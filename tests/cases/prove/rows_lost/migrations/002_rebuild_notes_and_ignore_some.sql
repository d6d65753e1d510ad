-- Rebuild notes and ignore some.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE new (id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL);
INSERT OR IGNORE INTO new (id, title, body) SELECT id, title, body FROM note WHERE body IS NOT NULL;
DROP TABLE note;
ALTER TABLE new RENAME TO note;

-- migrate:down
CREATE TABLE new (id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT);
INSERT INTO new SELECT * FROM note;
DROP TABLE note;
ALTER TABLE new RENAME TO note;
