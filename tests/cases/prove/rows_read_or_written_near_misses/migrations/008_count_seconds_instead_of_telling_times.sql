-- Count seconds instead of telling times.
--
-- Revision ID: 008
-- Revises: 007

-- migrate:up
CREATE TABLE new (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, until INTEGER NOT NULL, day INTEGER NOT NULL);
INSERT INTO new SELECT id, strftime('%s', at), strftime('%s', until), julianday(day) FROM visit;
DROP TABLE visit;
ALTER TABLE new RENAME TO visit;

-- migrate:down irreversible
