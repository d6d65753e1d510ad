-- Give columns defaults that no row can be given.
--
-- Revision ID: 001
-- Revises:

-- migrate:up
CREATE TABLE note_new (
    id INTEGER PRIMARY KEY,
    body TEXT DEFAULT (slug('Some text')),
    made INTEGER DEFAULT (ticks_of_application(1, (2))),
    kind TEXT DEFAULT (('a' = 'b' COLLATE german) || abs(1, 2))
);
ALTER TABLE note_new RENAME TO note;
CREATE TABLE plain (a DEFAULT 'unknown()', b DEFAULT (1 + 2), c DEFAULT CURRENT_TIMESTAMP, d REFERENCES note ON DELETE SET DEFAULT);

-- migrate:down
DROP TABLE plain;
DROP TABLE note;
