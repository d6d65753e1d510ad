-- Take away what refers to nothing.
--
-- Revision ID: 005
-- Revises: 004

-- migrate:up
UPDATE note SET owner = NULL WHERE owner NOT IN (SELECT id FROM author);
CREATE TABLE new (id INTEGER PRIMARY KEY, title TEXT NOT NULL, creator INTEGER NOT NULL REFERENCES author (id), parent INTEGER REFERENCES note (id), owner INTEGER REFERENCES author (id));
INSERT INTO new SELECT id, title, creator, parent, owner FROM note;
DROP TABLE note;
ALTER TABLE new RENAME TO note;

-- migrate:down irreversible
