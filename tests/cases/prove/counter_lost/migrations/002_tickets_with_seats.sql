-- Both ways forget the counter.
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE ticket_new (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT, seat TEXT);
INSERT INTO ticket_new (id, title) SELECT id, title FROM ticket;
DROP TABLE ticket;
ALTER TABLE ticket_new RENAME TO ticket;

-- migrate:down
ALTER TABLE ticket RENAME TO ticket_old;
CREATE TABLE ticket (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT);
INSERT INTO ticket (id, title) SELECT id, title FROM ticket_old;
DROP TABLE ticket_old;
