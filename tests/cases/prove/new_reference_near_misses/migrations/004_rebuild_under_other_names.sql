-- Rebuild under other names.
--
-- Revision ID: 004
-- Revises: 003

-- migrate:up
ALTER TABLE note RENAME TO old;
CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT NOT NULL, creator INTEGER NOT NULL REFERENCES author (id), parent INTEGER REFERENCES note (id), author INTEGER, owner INTEGER);
INSERT INTO note SELECT id, title, writer, parent, author, owner FROM old;
CREATE TABLE new (note INTEGER NOT NULL UNIQUE REFERENCES note (id), left TEXT NOT NULL, right TEXT NOT NULL, FOREIGN KEY (left, right) REFERENCES pair (a, b));
INSERT INTO new SELECT note, a, b FROM remark;
DROP TABLE remark;
DROP TABLE old;
ALTER TABLE new RENAME TO remark;

-- migrate:down irreversible
