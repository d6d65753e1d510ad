-- Rebuild by a default of another type.
--
-- Revision ID: 008
-- Revises: 007

-- migrate:up
CREATE TABLE new (id INTEGER PRIMARY KEY, amount INTEGER NOT NULL, note INTEGER NOT NULL DEFAULT 'none') STRICT;
INSERT INTO new (id, amount) SELECT id, amount FROM entry;
DROP TABLE entry;
ALTER TABLE new RENAME TO entry;

-- migrate:down irreversible
