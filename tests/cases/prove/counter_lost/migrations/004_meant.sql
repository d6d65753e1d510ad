-- Halls.
--
-- Revision ID: 004
-- Revises: 003

-- headway:allow counter-lost halls are never deleted
-- migrate:up
CREATE TABLE hall_new (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT, floor INTEGER);
INSERT INTO hall_new (id, name) SELECT id, name FROM hall;
DROP TABLE hall;
ALTER TABLE hall_new RENAME TO hall;

-- migrate:down irreversible
