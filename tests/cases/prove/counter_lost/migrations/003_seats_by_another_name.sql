-- Into a table of another name, with a counter that is too low; and one that may go.
--
-- Revision ID: 003
-- Revises: 002

-- migrate:up
CREATE TABLE chair (id INTEGER PRIMARY KEY AUTOINCREMENT, number INTEGER UNIQUE);
INSERT INTO chair SELECT * FROM seat;
UPDATE sqlite_sequence SET seq = (SELECT max(id) FROM seat) WHERE name = 'chair';
DROP TABLE seat;

-- migrate:down irreversible
