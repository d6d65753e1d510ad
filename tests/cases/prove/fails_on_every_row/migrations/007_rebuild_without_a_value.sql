-- Rebuild without a value.
--
-- Revision ID: 007
-- Revises: 006

-- migrate:up
CREATE TABLE new (id INTEGER PRIMARY KEY, name TEXT, room INTEGER NOT NULL);
INSERT INTO new SELECT id, name, NULL FROM shelf ORDER BY id;
DROP TABLE shelf;
ALTER TABLE new RENAME TO shelf;

-- migrate:down irreversible
