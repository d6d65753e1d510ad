-- Rebuild rooms, whose down section forgets the index.
--
-- headway:allow round-trip released in spring, nobody goes back
-- headway:allow drop-table the rows are copied
--
-- Revision ID: 002
-- Revises: 001

-- migrate:up
CREATE TABLE new (id INTEGER PRIMARY KEY, floor TEXT);
INSERT INTO new SELECT id, floor FROM room;
DROP TABLE room;
ALTER TABLE new RENAME TO room;
CREATE INDEX ix_room_floor ON room (floor);

-- migrate:down
CREATE TABLE new (id INTEGER PRIMARY KEY, floor INTEGER);
INSERT INTO new SELECT id, floor FROM room;
DROP TABLE room;
ALTER TABLE new RENAME TO room;
