-- Add rooms.
--
-- Revision ID: 001
-- Revises: 

-- migrate:up
CREATE TABLE room (id INTEGER PRIMARY KEY, floor INTEGER);
CREATE INDEX ix_room_floor ON room (floor);

-- migrate:down
DROP TABLE room;
