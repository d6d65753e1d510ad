-- Delete some and rebuild.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
DELETE FROM note WHERE body IS NULL;
CREATE TABLE new (id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL, author INTEGER NOT NULL REFERENCES author (id));
INSERT INTO new SELECT id, title, body, author FROM note;
DELETE FROM new WHERE id NOT IN (SELECT min(id) FROM new GROUP BY title);
DROP TABLE note;
ALTER TABLE new RENAME TO note;

-- migrate:down
CREATE TABLE new (id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT, author INTEGER NOT NULL REFERENCES author (id));
INSERT INTO new SELECT * FROM note;
DROP TABLE note;
ALTER TABLE new RENAME TO note;
