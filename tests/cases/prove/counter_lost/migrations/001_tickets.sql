-- Tickets and seats.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE ticket (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT);
CREATE TABLE seat (id INTEGER PRIMARY KEY AUTOINCREMENT, number INTEGER UNIQUE);
CREATE TABLE hall (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT);

-- migrate:down
DROP TABLE ticket;
DROP TABLE seat;
DROP TABLE hall;
